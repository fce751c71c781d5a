import { detectFormat } from '../formats/detectFormat';
import { HEAD_BYTES } from '../formats/fileHead';
import type { ContentOf, LogFormat } from '../formats/logFormat';
import type { ByteSource } from '../scan/byteSource';
import { DEFAULT_CHUNK_BYTES } from '../scan/jsonRecordScanner';
import type { RecordScanner, RecordSink } from '../scan/recordScanner';
import { formatCounted } from '../text/formatValue';
import { EventTable } from './eventTable';
import { KeyTable } from './keyTable';
import { LogIndex } from './logIndex';
import { ProblemLog } from './problemLog';
import { ReadAhead } from './readAhead';
import { ReadingPace } from './readingPace';
import { RecordPlaces } from './recordPlaces';
import { RowFiller } from './rowFiller';
import { TextPlaces } from './textPlaces';
import { RepeatSettler, nameRepeats, type Repeat } from './settleRepeats';

/** How a long reading is watched and ended. */
export interface ReadOptions {
  /** Looked at every few milliseconds, after messages had a chance to come in. */
  readonly signal?: { readonly aborted: boolean };
  /** Bytes that are read of all files, how many there are, and the events found in them. */
  onProgress?(done: number, total: number, events: number): void;
  /**
   * Handed the log as far as it is read: as soon as it has events, then each time that half as many more are there. Its
   * rows stay what they are until the next log is handed over or the result comes.
   */
  onPartial?(partial: BuiltLog): void;
}

/** How an index is built. */
export interface BuildOptions extends ReadOptions {
  /** Bytes that are read at a time. */
  readonly chunkBytes?: number;
  /** Notes meanwhile where texts stand in the only file. A log that can be stored is handed over before the result. */
  onStorable?(storable: StorableLog): void;
}

/** One file of a log, as it was read. */
export interface IndexedFile {
  /** Undefined when the file is no log. */
  readonly format: LogFormat | undefined;
  readonly byteLength: number;
  /** What the file's records say, for reading one of them. */
  readonly contentOf: ContentOf;
}

/** A log, as a whole or as far as it is read. */
export interface BuiltLog {
  readonly index: LogIndex;
  /** Those that were begun. */
  readonly files: readonly IndexedFile[];
  readonly problems: ProblemLog;
  /** What the user must know before trusting counts, in sentences. */
  readonly notices: readonly string[];
  /** Records that stood in the log once more and do not count. Rows behind the first of them have moved up. */
  readonly repeatCount: number;
}

/** Everything that a log can be stored from; see `core/stored`. */
export interface StorableLog {
  readonly table: EventTable;
  readonly places: RecordPlaces;
  readonly textPlaces: TextPlaces;
  readonly built: BuiltLog;
}

/** What building an index came to. */
export type BuildResult =
  | ({ readonly kind: 'built' } & BuiltLog)
  /** No file is a log; says why, in words for the user. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'cancelled' };

const cutOff = 'The log is cut off: events are missing at its end, and counts are too low.';

/** `left`: bytes that belong to no whole event. */
function cutOffNotice(left: number): string {
  if (left === 0) return cutOff;
  return `The log is cut off: ${formatCounted(left, 'byte')} at its end are the beginning of an event, which is left out. Later events are missing, and counts are too low.`;
}

/**
 * Reads files of UTF-8 from their first to their last byte and indexes the events in them, several files into one log.
 * Never throws for what the files hold; rejects when the first bytes of a file cannot be read.
 */
export function buildIndex(sources: readonly ByteSource[], options: BuildOptions = {}): Promise<BuildResult> {
  return new IndexBuilder(sources, options).build();
}

class IndexBuilder {
  private readonly table = new EventTable();
  private readonly places = new RecordPlaces();
  private keys = new KeyTable(this.table);
  private readonly problems = new ProblemLog();
  private readonly notices = new Set<string>();
  private readonly repeats: Repeat[] = [];
  private readonly files: IndexedFile[] = [];
  private readonly pace: ReadingPace;
  private readonly textPlaces: TextPlaces | undefined;
  private dropped = 0;

  constructor(
    private readonly sources: readonly ByteSource[],
    private readonly options: BuildOptions,
  ) {
    const total = sources.reduce((sum, { size }) => sum + size, 0);
    this.pace = new ReadingPace(total, options, this.table, () => this.built());
    if (options.onStorable !== undefined && sources.length === 1) this.textPlaces = new TextPlaces();
  }

  async build(): Promise<BuildResult> {
    const { files } = this;
    const refusals: string[] = [];
    for (const [file, source] of this.sources.entries()) {
      this.places.beginFile();
      const head = new Uint8Array(HEAD_BYTES);
      const headLength = await source.readInto(head, 0);
      const detection = detectFormat(head.subarray(0, headLength), headLength < HEAD_BYTES);
      if ('refusal' in detection) {
        refusals.push(detection.refusal);
        this.problems.add({ code: 'notALog', file, facts: { found: detection.refusal } });
        this.pace.advance(source.size);
        files.push({ format: undefined, byteLength: source.size, contentOf: (record) => record });
        continue;
      }
      if (!(await this.readFile(file, source, detection.format))) return { kind: 'cancelled' };
    }
    if (refusals.length === files.length) return { kind: 'refused', message: refusals[0] ?? 'There is no file.' };
    if (!(await this.settleRepeats())) return { kind: 'cancelled' };
    this.table.trim();
    this.places.trim();
    const built = this.built();
    if (this.textPlaces?.isComplete === true) {
      const { table, places, textPlaces } = this;
      this.options.onStorable?.({ table, places, textPlaces, built });
    }
    return { kind: 'built', ...built };
  }

  /** What there is now. */
  private built(): BuiltLog {
    return {
      index: new LogIndex(this.table, this.places, this.keys),
      files: [...this.files],
      problems: this.problems,
      notices: [...this.notices],
      repeatCount: this.dropped,
    };
  }

  /** False when the run was cancelled. */
  private async readFile(file: number, source: ByteSource, format: LogFormat): Promise<boolean> {
    const { chunkBytes = DEFAULT_CHUNK_BYTES } = this.options;
    const { scanner, contentOf, notices } = format.read(this.sinkFor(file, format), chunkBytes);
    if (format.caution !== undefined) this.notices.add(format.caution);
    this.files[file] = { format, byteLength: source.size, contentOf };
    const ahead = new ReadAhead(source, chunkBytes);
    let offset = 0;
    for (;;) {
      const bytes = await this.readPiece(file, ahead, offset);
      if (bytes.length === 0) break;
      feed(scanner, bytes);
      offset += bytes.length;
      this.pace.advance(bytes.length);
      if (await this.pace.pause()) return false;
    }
    scanner.finish();
    for (const notice of notices?.() ?? []) this.notices.add(notice);
    const { measure } = scanner;
    this.places.documents.endFile(this.table.rowCount, measure, measure.returns);
    this.files[file] = { format, byteLength: offset, contentOf };
    return true;
  }

  /** The next piece of a file. One that cannot be read any further ends there, with a problem. */
  private async readPiece(file: number, ahead: ReadAhead, offset: number): Promise<Uint8Array> {
    try {
      return await ahead.next();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.problems.add({ code: 'readFailed', file, byteOffset: offset, facts: { reason } });
      this.notices.add(cutOff);
      return new Uint8Array(0);
    }
  }

  private sinkFor(file: number, format: LogFormat): RecordSink {
    const filler = new RowFiller(this.table, format.fields, this.textPlaces);
    return {
      record: (record) => {
        const row = this.table.rowCount;
        filler.add(record);
        this.places.push(record);
        this.enterKey(row);
      },
      fault: (fault) => {
        this.problems.add({ ...fault, file });
        if (fault.code === 'truncated') this.notices.add(cutOffNotice(fault.byteLength));
      },
      member: () => undefined,
    };
  }

  /** Drops events that stand in the log more than once; false when the run was cancelled. */
  private async settleRepeats(): Promise<boolean> {
    const settler = new RepeatSettler(this.places, this.sources);
    const isKept = new Uint8Array(this.table.rowCount).fill(1);
    for (const repeat of this.repeats) {
      if (await settler.isSame(repeat)) isKept[repeat.row] = 0;
      if (await this.pace.pause()) return false;
    }
    const dropped = isKept.reduce((count, kept) => count + 1 - kept, 0);
    if (dropped > 0) this.dropRows(isKept, dropped);
    nameRepeats(this.repeats, this.places, this.keys, this.problems);
    return true;
  }

  private dropRows(isKept: Uint8Array, dropped: number): void {
    this.dropped = dropped;
    this.notices.add(
      `${formatCounted(dropped, 'record')} stood in the log once more, byte for byte: each event counts once.`,
    );
    this.table.keep(isKept);
    this.textPlaces?.keep(isKept);
    this.places.keep(isKept);
    this.keys = new KeyTable(this.table);
    this.repeats.length = 0;
    for (let row = 0; row < this.table.rowCount; row++) this.enterKey(row);
  }

  private enterKey(row: number): void {
    const firstRow = this.keys.enter(row);
    if (firstRow >= 0) this.repeats.push({ row, firstRow });
  }
}

function feed(scanner: RecordScanner, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    const room = scanner.room();
    const part = bytes.subarray(at, at + room.length);
    room.set(part);
    scanner.filled(part.length);
    at += part.length;
  }
}
