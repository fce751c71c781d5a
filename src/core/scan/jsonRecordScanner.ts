import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, isNumberPart } from './byteClasses';
import type { JsonShape } from './jsonShape';
import { NulRuns } from './nulRuns';
import { OpenContainers } from './openContainers';
import { compilePaths, type PathTree } from './pathTree';
import { memberText, readMember, spaceEnd } from './readMember';
import { RecordReporter } from './recordReporter';
import { MAX_RECORD_BYTES, type RecordScanner, type RecordSink, type ScanFaultCode } from './recordScanner';
import { NOT_FOUND, RecordStartFinder } from './recordStart';
import { newEngine } from './scanEngine';
import { ScanPosition, type OpenFault } from './scanPosition';
import { characterBoundary } from './textMeasure';
import { IS_BROKEN, NEEDS_MORE, hitKind, type ValueReader } from './valueScanner';

/** Bytes are asked for in pieces of this size unless the caller wants another: 64 kB to 8 MB are good. */
export const DEFAULT_CHUNK_BYTES = 1024 * 1024;

/** So many marker keys tell a record from other objects that a broken one holds. */
const MARKERS_WITHIN = 2;

/** What the scanner expects next. `frame` is an object around the list. */
type Place = 'root' | 'frame' | 'list' | 'lost' | 'afterRoot';

/** The {@link RecordScanner} for JSON. How it works and what it costs: `README.md` beside this file. */
export class JsonRecordScanner implements RecordScanner {
  private readonly position: ScanPosition;
  private readonly values: ValueReader;
  private readonly finder: RecordStartFinder;
  private readonly reporter: RecordReporter;
  private readonly nuls: NulRuns;
  private readonly open: OpenContainers;
  /** Finds the member that tells the innermost object around records from a record. */
  private readonly pages: PathTree;

  private place: Place = 'root';
  private isLast = false;
  /** A value that did not end is tried again only when so many bytes are there: twice as many each time. */
  private bytesNeeded = 0;
  /** Records so far, broken ones too. */
  private events = 0;
  /** The frame that is open and has shown no list yet. */
  private emptyFrame: OpenFault | undefined;
  private hasReadBom = false;
  private isClosed = false;
  /** Between two elements: whether a comma must come, and whether one just came. */
  private needsComma = false;
  private hasComma = false;
  /** One fault is enough for a run of commas. */
  private hasExtraComma = false;
  /** Bytes that are being passed over, to be reported as one fault when something else follows. */
  private loss: OpenFault | undefined;

  constructor(
    private readonly shape: JsonShape,
    private readonly sink: RecordSink,
    chunkBytes = DEFAULT_CHUNK_BYTES,
    engine = newEngine(),
  ) {
    this.values = engine.values;
    this.position = new ScanPosition(chunkBytes, engine);
    this.nuls = new NulRuns(this.position, sink);
    this.open = new OpenContainers(shape.container);
    this.pages = compilePaths(shape.container.members.slice(-1).map((path) => ({ field: 0, path })));
    this.finder = new RecordStartFinder(this.values, shape.markers, this.pages, shape.container.record === 'list');
    this.reporter = new RecordReporter(this.position, this.values, sink, shape.telling);
  }

  get measure(): RecordScanner['measure'] {
    return this.position.measure;
  }

  room(): Uint8Array {
    return this.position.room();
  }

  filled(byteCount: number): void {
    this.buffer.filled(byteCount);
    this.finder.earn(byteCount);
    this.run();
  }

  finish(): void {
    this.isLast = true;
    this.buffer.filled(0);
    this.run();
    this.nuls.end();
    if (this.loss) this.endLoss();
    else if (!this.isClosed && this.place !== 'afterRoot' && !this.open.isBetweenRoots) {
      this.fault('truncated', this.buffer.at, 0);
    }
  }

  private get buffer(): ScanPosition['buffer'] {
    return this.position.buffer;
  }

  private run(): void {
    const { buffer } = this;
    if (this.isLast || buffer.end - buffer.at >= this.bytesNeeded) {
      this.bytesNeeded = 0;
      while (this.step());
    }
    this.position.measureTo(buffer.at);
  }

  /** Consumes one thing; false when more bytes are needed, or none are left. */
  private step(): boolean {
    if (this.place === 'lost') return this.stepLost();
    if (!this.skipSpace()) return false;
    switch (this.place) {
      case 'root':
        return this.stepRoot();
      case 'frame':
        return this.stepFrame();
      case 'list':
        return this.stepList();
      case 'afterRoot':
        return this.lose('contentAfterEnd', this.buffer.at);
    }
  }

  private stepRoot(): boolean {
    const { buffer } = this;
    const { bytes, at } = buffer;
    if (!this.hasReadBom) {
      if (buffer.end - at < 3 && !this.isLast) return false;
      this.hasReadBom = true;
      if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) {
        this.position.measureTo(at);
        buffer.at = at + 3;
        this.position.passByteOrderMark(at + 3);
        return true;
      }
    }
    const { root } = this.shape.container;
    const byte = bytes[at];
    if (root === 'sequence') this.place = 'list';
    else if (byte === OPEN_BRACKET) this.enterList();
    else return this.lose('garbage', at);
    return true;
  }

  /** Inside an object around the list: one member, or its end. */
  private stepFrame(): boolean {
    const { buffer, values } = this;
    const { bytes, at, end } = buffer;
    const byte = bytes[at];
    if (byte === COMMA || byte === CLOSE_BRACE) {
      buffer.at++;
      if (byte === CLOSE_BRACE) this.leave();
      return true;
    }
    const member = byte === QUOTE ? readMember(values, bytes, at, end) : IS_BROKEN;
    if (member === IS_BROKEN) return this.lose('garbage', at);
    if (member === NEEDS_MORE) return this.waitOrTruncate(at);
    const { name, value } = member;
    const { members, columns } = this.shape.container;
    const key = name.toLowerCase();
    const isList = bytes[value] === OPEN_BRACKET && (key === members[this.open.frames - 1] || this.hasRecords(value));
    if (isList === undefined) return this.wait(at);
    if (isList) {
      buffer.at = value;
      this.emptyFrame = undefined;
      this.enterList();
      return true;
    }
    const valueEnd = values.scan(bytes, value, end, undefined);
    if (valueEnd === NEEDS_MORE || (valueEnd === end && !this.isLast)) return this.waitOrTruncate(at);
    if (valueEnd === IS_BROKEN) return this.lose('garbage', at);
    if (bytes[value] === OPEN_BRACE || bytes[value] === OPEN_BRACKET) {
      const recordAt = this.recordWithin(value, valueEnd);
      if (recordAt !== NOT_FOUND) return this.lose('garbage', at, recordAt);
    }
    if (bytes[value] === QUOTE) {
      const next = spaceEnd(bytes, valueEnd);
      if (next >= end && !this.isLast) return this.wait(at);
      // A quote too many has made a text of what comes next, and of the beginning of a record perhaps.
      if (next < end && !mayFollowMember(bytes[next]!)) return this.lose('garbage', at, value + 1);
      this.sink.member(name, memberText(bytes, value, valueEnd));
    }
    if (key === columns) this.sink.columns?.(bytes.slice(value, valueEnd), buffer.offsetOf(value));
    buffer.at = valueEnd;
    return true;
  }

  /** Whether a list of a page holds records, whatever its name is; undefined when more bytes are needed to tell. */
  private hasRecords(list: number): boolean | undefined {
    const { buffer, finder, isLast } = this;
    const { bytes, end } = buffer;
    if (!this.open.leadsToRecords) return false;
    const first = spaceEnd(bytes, list + 1);
    if (first >= end) return isLast ? false : undefined;
    return bytes[first] === OPEN_BRACE && finder.isRecord(bytes, first, end, isLast);
  }

  /** Where a record begins behind the first byte of what should not hold any. */
  private recordWithin(start: number, end: number): number {
    return this.finder.find(this.buffer.bytes, start + 1, end, true, MARKERS_WITHIN);
  }

  /** Between two records: a separator, the end, or an element. */
  private stepList(): boolean {
    const { buffer } = this;
    const { at } = buffer;
    const byte = buffer.bytes[at]!;
    const { open } = this;
    const firstByte = this.shape.container.record === 'object' ? OPEN_BRACE : OPEN_BRACKET;
    if (byte === OPEN_BRACE && !open.leadsToRecords) return this.stepPage();
    if (byte === firstByte && open.leadsToRecords) return this.stepRecord();
    if (byte === COMMA) {
      if (!this.needsComma && !this.hasExtraComma) {
        this.fault('extraComma', at, 1);
        this.hasExtraComma = true;
      }
      this.needsComma = false;
      this.hasComma = true;
      buffer.at++;
      return true;
    }
    if (byte === CLOSE_BRACKET && open.innermost !== undefined) {
      if (this.hasComma) this.fault('trailingComma', at, 1);
      buffer.at++;
      this.leave();
      return true;
    }
    if (byte === OPEN_BRACKET) {
      // A list in the list: pages that were saved one after the other.
      this.enterList();
      return true;
    }
    return this.stepStranger(byte);
  }

  /** An object around records: or a record itself, when what was broken before has closed too much. */
  private stepPage(): boolean {
    const { buffer, finder } = this;
    const isRecord = finder.isRecord(buffer.bytes, buffer.at, buffer.end, this.isLast);
    if (isRecord === undefined) return this.wait(buffer.at);
    if (!isRecord) return this.enterFrame();
    this.openAll();
    return this.stepRecord();
  }

  private stepRecord(): boolean {
    const { buffer, values } = this;
    const { bytes, at, end } = buffer;
    const recordEnd = values.scan(bytes, at, end, this.shape.paths);
    if (recordEnd === NEEDS_MORE && end - at <= MAX_RECORD_BYTES) return this.waitOrTruncate(at);
    this.position.measureTo(at);
    if (recordEnd > 0 && this.isPage(at)) return this.enterNextPage();
    this.events++;
    if (recordEnd === NEEDS_MORE) return this.lose('recordTooLong', at, at + 1);
    if (recordEnd === IS_BROKEN) return this.loseRecord(at, values.faultAt);
    if (this.needsComma && !this.open.isBetweenRoots) this.fault('missingComma', at, 1);
    this.reporter.report(at, recordEnd, this.events);
    this.passElement(recordEnd);
    return true;
  }

  /** Whether what was scanned for a record is no event, but the object around the next ones: the end of a page is missing. */
  private isPage(start: number): boolean {
    const { members } = this.shape.container;
    if (members.length === 0 || this.reporter.isEvent()) return false;
    const { values, pages, shape } = this;
    const { bytes, end } = this.buffer;
    values.scan(bytes, start, end, pages);
    if (values.hitCount > 0 && values.hitKinds[0] === hitKind.container) return true;
    values.scan(bytes, start, end, shape.paths);
    return false;
  }

  private enterNextPage(): boolean {
    this.openAll();
    // The last list and the page around it end here.
    this.open.leave();
    this.open.leave();
    return this.enterFrame();
  }

  /** An element that is no object, or garbage. */
  private stepStranger(byte: number): boolean {
    const { buffer, values } = this;
    const { bytes, at, end } = buffer;
    const mayBeValue = byte === QUOTE || isNumberPart[byte] === 1 || byte === 0x74 || byte === 0x66 || byte === 0x6e;
    const valueEnd = mayBeValue ? values.scan(bytes, at, end, undefined) : IS_BROKEN;
    if (valueEnd === IS_BROKEN) return this.lose('garbage', at);
    const next = valueEnd === NEEDS_MORE ? end : spaceEnd(bytes, valueEnd);
    if (next >= end && !this.isLast) return this.wait(at);
    const isElement = next < end ? bytes[next] === COMMA || bytes[next] === CLOSE_BRACKET : valueEnd !== NEEDS_MORE;
    if (!isElement) return this.lose('garbage', at);
    this.events++;
    this.fault('notAnObject', at, valueEnd - at, this.events);
    this.passElement(valueEnd);
    return true;
  }

  /** Passes over bytes until a record may begin. */
  private stepLost(): boolean {
    const { buffer } = this;
    const { bytes, at, end } = buffer;
    // Inside of a broken record there are objects that are no records.
    const markersNeeded = this.loss?.event === undefined ? 1 : MARKERS_WITHIN;
    const found = this.finder.find(bytes, at, end, this.isLast, markersNeeded);
    if (found === NOT_FOUND) {
      const { resumeAt } = this.finder;
      buffer.at = this.isLast ? resumeAt : characterBoundary(bytes, at, resumeAt);
      // Judging the same candidate anew at every few bytes would use up the budget.
      return resumeAt < end && !this.isLast ? this.wait(buffer.at) : false;
    }
    buffer.at = found;
    this.endLoss();
    this.place = 'list';
    if (!this.open.leadsToRecords || this.open.innermost !== 'list') this.openAll();
    return true;
  }

  private loseRecord(start: number, faultAt: number): boolean {
    const { buffer, finder } = this;
    finder.spend(faultAt - start);
    // What looks like a record inside the broken one is looked for only as long as that stays cheap.
    this.lose('brokenRecord', start, finder.isExhausted ? Math.max(faultAt, start + 1) : start + 1);
    this.loss = { ...this.loss!, facts: { at: buffer.offsetOf(faultAt) } };
    return true;
  }

  /** Begins to pass over bytes: those from `start` on belong to nothing readable. Looks for a record from `searchFrom` on. */
  private lose(code: ScanFaultCode, start: number, searchFrom = start): boolean {
    const isRecord = code === 'brokenRecord' || code === 'recordTooLong';
    this.loss = this.position.open(code, start, isRecord ? this.events : undefined);
    this.buffer.at = Math.min(this.buffer.end, searchFrom);
    this.place = 'lost';
    return true;
  }

  private endLoss(): void {
    const { loss, buffer } = this;
    if (loss) this.sink.fault(this.position.close(loss, buffer.at));
    this.loss = undefined;
    this.needsComma = false;
    this.hasComma = false;
  }

  private passElement(end: number): void {
    this.needsComma = true;
    this.hasComma = false;
    this.hasExtraComma = false;
    this.buffer.at = end;
  }

  private enterList(): void {
    this.open.enter('list');
    this.place = 'list';
    this.needsComma = false;
    this.hasComma = false;
    this.buffer.at++;
  }

  private enterFrame(): true {
    if (this.needsComma && !this.open.isBetweenRoots) this.fault('missingComma', this.buffer.at, 1);
    this.emptyFrame = this.position.open('notAnEvent', this.buffer.at);
    this.open.enter('frame');
    this.place = 'frame';
    this.buffer.at++;
    if (this.open.leadsToRecords) this.sink.frame?.();
    return true;
  }

  /** Behind the bracket that closes what is open. */
  private leave(): void {
    this.open.leave();
    if (this.emptyFrame) this.sink.fault(this.position.close(this.emptyFrame, this.buffer.at));
    this.emptyFrame = undefined;
    const around = this.open.innermost;
    if (around === undefined && this.shape.container.root !== 'sequence') {
      this.place = 'afterRoot';
      this.isClosed = true;
      return;
    }
    this.place = around ?? 'list';
    if (this.place === 'list') this.passElement(this.buffer.at);
  }

  private openAll(): void {
    this.open.openAll();
    this.emptyFrame = undefined;
  }

  /** Skips white space and NUL bytes; false when nothing is left. */
  private skipSpace(): boolean {
    const { buffer } = this;
    const { bytes, end } = buffer;
    for (;;) {
      const at = spaceEnd(bytes, buffer.at);
      buffer.at = at;
      if (at >= end) return false;
      if (bytes[at] !== 0) break;
      this.nuls.pass();
      if (buffer.at < end) this.nuls.end();
    }
    this.nuls.end();
    return true;
  }

  private wait(at: number): boolean {
    this.bytesNeeded = 2 * (this.buffer.end - at);
    return false;
  }

  /** A value goes on behind the buffer: waits for more bytes, or reports that the file ends here. */
  private waitOrTruncate(at: number): boolean {
    if (!this.isLast) return this.wait(at);
    const { buffer } = this;
    const isRecord = this.place === 'list' && this.open.leadsToRecords;
    if (isRecord) this.events++;
    // What lacks its closing bracket seems to hold all that follows. What may be nested is not tried without end.
    const recordAt = this.finder.isExhausted ? NOT_FOUND : this.recordWithin(at, buffer.end);
    this.finder.spend(buffer.end - at);
    if (recordAt !== NOT_FOUND) return isRecord ? this.loseRecord(at, recordAt) : this.lose('garbage', at, recordAt);
    this.fault('truncated', at, buffer.end - at, isRecord ? this.events : undefined);
    buffer.at = buffer.end;
    this.isClosed = true;
    return false;
  }

  private fault(code: ScanFaultCode, at: number, byteLength: number, event?: number): void {
    this.sink.fault(this.position.fault(code, at, byteLength, event));
  }
}

/** Whether a byte behind a member of an object is no sign that the member's end was none: commas may be missing. */
function mayFollowMember(byte: number): boolean {
  return byte === COMMA || byte === CLOSE_BRACE || byte === QUOTE || byte === 0;
}
