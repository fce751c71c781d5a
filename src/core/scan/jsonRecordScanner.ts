import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  isNumberPart,
  isSpace,
} from './byteClasses';
import type { PathTree } from './pathTree';
import { NOT_FOUND, RecordStartFinder } from './recordStart';
import {
  MAX_RECORD_BYTES,
  type LengthDifference,
  type RecordScanner,
  type RecordSink,
  type ScanFault,
  type ScanFaultCode,
  type ScannedRecord,
} from './recordScanner';
import { ScanBuffer } from './scanBuffer';
import { TextMeasure, characterBoundary } from './textMeasure';
import { findLoneSurrogate } from './unescape';
import { IS_BROKEN, NEEDS_MORE, ValueScanner, oddity } from './valueScanner';

/** Where the records of a JSON file stand. */
export type Container =
  /** The file is a list of records. */
  | { readonly kind: 'list' }
  /** The file is an object, and its member `key` is the list. */
  | { readonly kind: 'member'; readonly key: string }
  /** One record after the other, with or without line ends or commas between them. */
  | { readonly kind: 'sequence' };

/** What a {@link JsonRecordScanner} looks for. */
export interface JsonShape {
  readonly container: Container;
  /** The fields to report of each record. */
  readonly paths: PathTree;
  /** Keys that tell a record from other objects, each with a field number below 32. */
  readonly markers: PathTree;
}

/** Bytes are asked for in pieces of this size unless the caller wants another: 64 kB to 8 MB are good. */
export const DEFAULT_CHUNK_BYTES = 1024 * 1024;

const MAX_MEMBER_BYTES = 4096;

/** What the scanner expects next. */
type Place = 'root' | 'frame' | 'list' | 'lost' | 'afterRoot';

/** Bytes that are passed over until something readable comes, to be reported as one fault. */
interface Loss {
  readonly code: ScanFaultCode;
  readonly byteOffset: number;
  readonly line: number;
  readonly event?: number;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** The {@link RecordScanner} for JSON. How it works and what it costs: `README.md` beside this file. */
export class JsonRecordScanner implements RecordScanner {
  private readonly buffer: ScanBuffer;
  private readonly values = new ValueScanner();
  readonly measure = new TextMeasure();
  private readonly finder: RecordStartFinder;
  private readonly record: { -readonly [Key in keyof ScannedRecord]: ScannedRecord[Key] };

  private place: Place;
  private isLast = false;
  /** A value that did not end is tried again only when so many bytes are there: twice as many each time. */
  private bytesNeeded = 0;
  /** The text is measured up to here. */
  private measured = 0;
  private events = 0;
  private listDepth = 0;
  private isInFrame = false;
  private hasReadBom = false;
  private isClosed = false;
  /** Between two elements or members: whether a comma must come, and whether one just came. */
  private needsComma = false;
  private hasComma = false;
  /** One fault is enough for a run of commas. */
  private hasExtraComma = false;
  private nulRun: Loss | undefined;
  private loss: Loss | undefined;

  constructor(
    private readonly shape: JsonShape,
    private readonly sink: RecordSink,
    chunkBytes = DEFAULT_CHUNK_BYTES,
  ) {
    this.buffer = new ScanBuffer(chunkBytes);
    this.finder = new RecordStartFinder(shape.markers);
    this.place = 'root';
    const { values } = this;
    this.record = {
      bytes: this.buffer.bytes,
      start: 0,
      end: 0,
      byteOffset: 0,
      event: 0,
      hitCount: 0,
      hitFields: values.hitFields,
      hitKinds: values.hitKinds,
      hitStarts: values.hitStarts,
      hitEnds: values.hitEnds,
      before: noDifference(),
      inside: noDifference(),
    };
  }

  room(): Uint8Array {
    const room = this.buffer.room();
    this.measured = this.buffer.at;
    return room;
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
    this.endNulRun();
    if (this.loss) this.endLoss();
    else if (!this.isClosed && this.place !== 'afterRoot' && this.shape.container.kind !== 'sequence') {
      this.fault('truncated', this.buffer.at, 0);
    }
  }

  private run(): void {
    const { buffer } = this;
    if (this.isLast || buffer.end - buffer.at >= this.bytesNeeded) {
      this.bytesNeeded = 0;
      while (this.step());
    }
    this.measureTo(buffer.at);
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
    if (!this.hasReadBom) {
      const { bytes, at } = buffer;
      if (buffer.end - at < 3 && !this.isLast) return false;
      this.hasReadBom = true;
      if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) {
        this.measureTo(at);
        this.measure.addByteOrderMark();
        this.measured = buffer.at = at + 3;
        return true;
      }
    }
    const { kind } = this.shape.container;
    const byte = buffer.bytes[buffer.at]!;
    if (kind === 'sequence') {
      this.place = 'list';
    } else if (kind === 'list' && byte === OPEN_BRACKET) {
      this.enterList();
    } else if (kind === 'member' && byte === OPEN_BRACE) {
      this.place = 'frame';
      this.isInFrame = true;
      buffer.at++;
    } else {
      return this.lose('garbage', buffer.at);
    }
    return true;
  }

  /** Inside the object around the list: one member, or its end. */
  private stepFrame(): boolean {
    const { buffer, shape } = this;
    const { bytes, at, end } = buffer;
    const byte = bytes[at]!;
    if (byte === COMMA) {
      buffer.at++;
      return true;
    }
    if (byte === CLOSE_BRACE) {
      buffer.at++;
      this.close();
      return true;
    }
    if (byte !== QUOTE) return this.lose('garbage', at);
    const keyEnd = this.values.scan(bytes, at, end, undefined);
    if (keyEnd === NEEDS_MORE) return this.waitOrTruncate(at);
    const colon = spaceEnd(bytes, keyEnd);
    const value = bytes[colon] === COLON ? spaceEnd(bytes, colon + 1) : colon;
    if (value >= end) return this.waitOrTruncate(at);
    if (value === colon) return this.lose('garbage', at);
    const name = textOf(bytes, at + 1, keyEnd - 1);
    const { container } = shape;
    if (bytes[value] === OPEN_BRACKET && container.kind === 'member' && name.toLowerCase() === container.key) {
      buffer.at = value;
      this.enterList();
      return true;
    }
    const valueEnd = this.values.scan(bytes, value, end, undefined);
    if (valueEnd === NEEDS_MORE || (valueEnd === end && !this.isLast)) return this.waitOrTruncate(at);
    if (valueEnd === IS_BROKEN) return this.lose('garbage', at);
    if (bytes[value] === QUOTE) this.sink.member(name, textOf(bytes, value + 1, valueEnd - 1));
    buffer.at = valueEnd;
    return true;
  }

  /** Between two records: a separator, the end, or an element. */
  private stepList(): boolean {
    const { buffer } = this;
    const { at } = buffer;
    const byte = buffer.bytes[at]!;
    if (byte === OPEN_BRACE) return this.stepRecord();
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
    if (byte === CLOSE_BRACKET && this.listDepth > 0) {
      if (this.hasComma) this.fault('trailingComma', at, 1);
      this.hasComma = false;
      this.needsComma = true;
      buffer.at++;
      if (--this.listDepth === 0) this.leaveList();
      return true;
    }
    if (byte === OPEN_BRACKET) {
      // A list in the list: pages that were saved one after the other.
      this.enterList();
      return true;
    }
    return this.stepStranger(byte);
  }

  private stepRecord(): boolean {
    const { buffer, values } = this;
    const { bytes, at, end } = buffer;
    const recordEnd = values.scan(bytes, at, end, this.shape.paths);
    if (recordEnd === NEEDS_MORE) {
      if (end - at <= MAX_RECORD_BYTES) return this.waitOrTruncate(at);
      this.events++;
      return this.lose('recordTooLong', at);
    }
    this.measureTo(at);
    this.events++;
    if (recordEnd === IS_BROKEN) return this.loseRecord(at, values.faultAt);
    if (this.needsComma && this.shape.container.kind !== 'sequence') this.fault('missingComma', at, 1);
    this.report(at, recordEnd);
    this.passElement(recordEnd);
    return true;
  }

  /** An element that is no object, or garbage. */
  private stepStranger(byte: number): boolean {
    const { buffer, values } = this;
    const { bytes, at, end } = buffer;
    const mayBeValue = byte === QUOTE || isNumberPart[byte] === 1 || byte === 0x74 || byte === 0x66 || byte === 0x6e;
    const valueEnd = mayBeValue ? values.scan(bytes, at, end, undefined) : IS_BROKEN;
    if (valueEnd === IS_BROKEN) return this.lose('garbage', at);
    const next = valueEnd === NEEDS_MORE ? end : spaceEnd(bytes, valueEnd);
    if (next >= end) {
      if (!this.isLast) return this.wait(at);
      if (valueEnd === NEEDS_MORE) return this.lose('garbage', at);
    }
    if (next < end && bytes[next] !== COMMA && bytes[next] !== CLOSE_BRACKET) return this.lose('garbage', at);
    this.measureTo(at);
    this.events++;
    this.fault('notAnObject', at, valueEnd - at, this.events);
    this.passElement(valueEnd);
    return true;
  }

  private passElement(end: number): void {
    this.needsComma = true;
    this.hasComma = false;
    this.hasExtraComma = false;
    this.buffer.at = end;
  }

  /** Passes over bytes until a record may begin. */
  private stepLost(): boolean {
    const { buffer } = this;
    const { bytes, at, end } = buffer;
    const markersNeeded = this.loss?.code === 'brokenRecord' || this.loss?.code === 'recordTooLong' ? 2 : 1;
    const found = this.finder.find(bytes, at, end, this.isLast, markersNeeded);
    if (found === NOT_FOUND) {
      const { resumeAt } = this.finder;
      buffer.at = this.isLast ? resumeAt : characterBoundary(bytes, at, resumeAt);
      return false;
    }
    buffer.at = found;
    this.endLoss();
    this.place = 'list';
    if (this.shape.container.kind !== 'sequence') this.listDepth = Math.max(1, this.listDepth);
    return true;
  }

  private loseRecord(start: number, faultAt: number): boolean {
    const { buffer, finder } = this;
    finder.spend(faultAt - start);
    const facts = { at: buffer.offsetOf(faultAt) };
    // What looks like a record inside the broken one is looked for only as long as that stays cheap.
    return this.lose('brokenRecord', start, facts, finder.isExhausted ? Math.max(faultAt, start + 1) : start + 1);
  }

  /** Begins to pass over bytes: those from `start` on belong to nothing readable. */
  private lose(code: ScanFaultCode, start: number, facts?: Loss['facts'], searchFrom = start): boolean {
    const isRecord = code === 'brokenRecord' || code === 'recordTooLong';
    this.loss = { ...this.lossAt(code, start), ...(isRecord && { event: this.events }), ...(facts && { facts }) };
    this.buffer.at = Math.min(this.buffer.end, Math.max(searchFrom, code === 'recordTooLong' ? start + 1 : start));
    this.place = 'lost';
    return true;
  }

  private lossAt(code: ScanFaultCode, at: number): Loss {
    this.measureTo(at);
    return { code, byteOffset: this.buffer.offsetOf(at), line: this.measure.line };
  }

  private endLoss(): void {
    const { loss, buffer } = this;
    if (!loss) return;
    this.loss = undefined;
    this.measureTo(buffer.at);
    this.sink.fault({ ...loss, byteLength: buffer.offsetOf(buffer.at) - loss.byteOffset });
    this.needsComma = false;
    this.hasComma = false;
  }

  private report(start: number, end: number): void {
    const { buffer, values, record, measure } = this;
    const { bytes } = buffer;
    copyDifference(measure, record.before);
    if ((values.oddities & (oddity.notAscii | oddity.lineEnd)) === 0) {
      clear(record.inside);
      this.measured = end;
    } else {
      this.measureTo(end);
      record.inside.shrink = measure.shrink - record.before.shrink;
      record.inside.soloLineEnds = measure.soloLineEnds - record.before.soloLineEnds;
      record.inside.pairedLineEnds = measure.pairedLineEnds - record.before.pairedLineEnds;
    }
    if (values.oddities !== 0) this.reportOddities(start, end);
    if (values.hitCount === 0) {
      this.fault('notAnEvent', start, end - start, this.events);
      return;
    }
    record.bytes = bytes;
    record.start = start;
    record.end = end;
    record.byteOffset = buffer.offsetOf(start);
    record.event = this.events;
    record.hitCount = values.hitCount;
    record.hitFields = values.hitFields;
    record.hitKinds = values.hitKinds;
    record.hitStarts = values.hitStarts;
    record.hitEnds = values.hitEnds;
    this.sink.record(record);
  }

  /** What was tolerated in a record, one fault a kind. */
  private reportOddities(start: number, end: number): void {
    const { values, measure, events } = this;
    const { bytes } = this.buffer;
    const oddAt = values.oddAt;
    if (values.oddities & oddity.nulByte) this.fault('nulInRecord', oddAt, 1, events);
    else if (values.oddities & oddity.controlCharacter) this.fault('controlCharacter', oddAt, 1, events);
    else if (values.oddities & oddity.trailingComma) this.fault('trailingComma', oddAt, 1, events);
    if (values.oddities & oddity.notAscii && measure.firstInvalidAt >= 0)
      this.fault('invalidUtf8', measure.firstInvalidAt, 1, events);
    if (values.oddities & oddity.surrogateEscape) {
      const lone = findLoneSurrogate(bytes, start, end);
      if (lone >= 0) this.fault('loneSurrogate', lone, 6, events);
    }
  }

  private enterList(): void {
    this.place = 'list';
    this.listDepth++;
    this.needsComma = false;
    this.hasComma = false;
    this.buffer.at++;
  }

  private leaveList(): void {
    if (this.isInFrame) this.place = 'frame';
    else this.close();
  }

  private close(): void {
    this.place = 'afterRoot';
    this.isInFrame = false;
    this.isClosed = true;
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
      this.nulRun ??= this.lossAt('nulBytes', at);
      while (buffer.at < end && bytes[buffer.at] === 0) buffer.at++;
      if (buffer.at < end) this.endNulRun();
    }
    this.endNulRun();
    return true;
  }

  /** A run may go on from one chunk to the next: it is reported when something else follows. */
  private endNulRun(): void {
    const { nulRun, buffer } = this;
    if (nulRun) this.sink.fault({ ...nulRun, byteLength: buffer.offsetOf(buffer.at) - nulRun.byteOffset });
    this.nulRun = undefined;
  }

  private wait(at: number): boolean {
    this.bytesNeeded = 2 * (this.buffer.end - at);
    return false;
  }

  /** A value goes on behind the buffer: waits for more bytes, or reports that the file ends here. */
  private waitOrTruncate(at: number): boolean {
    if (!this.isLast) return this.wait(at);
    const { buffer } = this;
    this.measureTo(at);
    const isRecord = this.place === 'list';
    if (isRecord) this.events++;
    this.fault('truncated', at, buffer.end - at, isRecord ? this.events : undefined);
    buffer.at = buffer.end;
    this.isClosed = true;
    return false;
  }

  private measureTo(at: number): void {
    if (at > this.measured) this.measure.add(this.buffer.bytes, this.measured, at);
    this.measured = at;
  }

  private fault(code: ScanFaultCode, at: number, byteLength: number, event?: number): void {
    const { buffer, measured, measure } = this;
    const fault: ScanFault = {
      code,
      byteOffset: buffer.offsetOf(at),
      byteLength,
      line:
        measure.line +
        lineEndsBetween(buffer.bytes, Math.min(measured, at), at) -
        lineEndsBetween(buffer.bytes, at, measured),
      ...(event !== undefined && { event }),
    };
    this.sink.fault(fault);
  }
}

function spaceEnd(bytes: Uint8Array, at: number): number {
  while (isSpace[bytes[at]!] === 1) at++;
  return at;
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + MAX_MEMBER_BYTES)));
}

/** Line ends in `bytes[from, to)`; 0 when the range is empty. */
function lineEndsBetween(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) count++;
  }
  return count;
}

function noDifference(): LengthDifference {
  return { shrink: 0, soloLineEnds: 0, pairedLineEnds: 0 };
}

function clear(difference: LengthDifference): void {
  difference.shrink = 0;
  difference.soloLineEnds = 0;
  difference.pairedLineEnds = 0;
}

function copyDifference(from: LengthDifference, to: LengthDifference): void {
  to.shrink = from.shrink;
  to.soloLineEnds = from.soloLineEnds;
  to.pairedLineEnds = from.pairedLineEnds;
}
