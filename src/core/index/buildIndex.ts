import type { ColumnMapping, TableHeader } from '../formats/csv/tableHeader';
import { findDateOrder } from '../formats/csv/findDateOrder';
import { detectFormat, type Detection } from '../formats/detectFormat';
import { graphFieldPaths } from '../formats/eventFields';
import { HEAD_BYTES } from '../formats/fileHead';
import type { ContentOf, LogFormat, FormatOptions } from '../formats/logFormat';
import type { ByteSource } from '../scan/byteSource';
import { DEFAULT_CHUNK_BYTES } from '../scan/jsonRecordScanner';
import type { RecordScanner, RecordSink } from '../scan/recordScanner';
import { newEngine, type ScanEngine } from '../scan/scanEngine';
import { formatCounted } from '../text/formatValue';
import { EventTable } from './eventTable';
import { KeyTable } from './keyTable';
import { LogIndex } from './logIndex';
import { ProblemLog } from './problemLog';
import { ReadAhead } from './readAhead';
import { ReadingPace } from './readingPace';
import { RecordPlaces } from './recordPlaces';
import { RowFiller } from './rowFiller';
import { RowJoiner } from './rowJoiner';
import { SideTables } from './sideTables';
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
  /** Asked what the columns of a table hold that are not recognised; undefined leaves the file as it is. */
  mapColumns?(file: number, table: TableHeader): Promise<ColumnMapping | undefined>;
}

/** How an index is built. */
export interface BuildOptions extends ReadOptions {
  /** What JSON is scanned with: the fastest there is unless told. Called once for each file. */
  readonly createEngine?: () => ScanEngine;
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
  /** Its first row, where it is a table. */
  readonly table?: TableHeader | undefined;
  /** What the file's records say, for reading one of them. */
  readonly contentOf: ContentOf;
}

/** A log, as a whole or as far as it is read. */
export interface BuiltLog {
  readonly index: LogIndex;
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
  /** No file is a log; says why, in words for the user. `table` is the first row of the first file that is a table. */
  | { readonly kind: 'refused'; readonly message: string; readonly table?: TableHeader | undefined }
  | { readonly kind: 'cancelled' };

const noChangeId =
  'No column of the events is a change ID: steps and modified properties of other files cannot be joined to them.';
const brokenHeader =
  'A header of a CSV file goes over several lines: when a quotation mark is missing or too much there, rows behind it were taken for headers and are missing.';
const noEventsFile =
  'The file of the events themselves (ProvisioningLogs) is missing: of each change only its steps or modified properties are known.';
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
  private readonly sides = new SideTables();
  /** What was said about the columns of tables, by the keys of their headers. */
  private readonly columnMappings: Record<string, ColumnMapping> = {};
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
    const detections: Detection[] = [];
    for (const [file, source] of this.sources.entries()) detections.push(await this.detect(file, source));
    for (const [file, detection] of detections.entries()) {
      const format = 'format' in detection ? detection.format : undefined;
      const byteLength = this.sources[file]!.size;
      files.push({ format, byteLength, table: detection.table, contentOf: (record) => record });
      if ('format' in detection) continue;
      this.problems.add({ code: 'notALog', file, facts: { found: detection.refusal } });
      this.pace.advance(byteLength);
    }
    const [refusal] = detections.flatMap((each) => ('refusal' in each ? [each] : []));
    if (files.every(({ format }) => format === undefined)) {
      const message = refusal?.refusal ?? 'There is no file.';
      return { kind: 'refused', message, table: detections.find(({ table }) => table !== undefined)?.table };
    }
    const isBroken = files.some(({ table }) => table?.titles.some((title) => /[\r\n]/.test(title)));
    if (isBroken) this.notices.add(brokenHeader);
    // What a table's cells say stands nowhere in the file as it is.
    if (this.textPlaces && files.some(({ format }) => format?.isTable === true)) this.textPlaces.isComplete = false;
    if (!(await this.readSides()) || !(await this.readEvents())) return { kind: 'cancelled' };
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

  private async detect(file: number, source: ByteSource): Promise<Detection> {
    const head = new Uint8Array(HEAD_BYTES);
    const headLength = await source.readInto(head, 0);
    const detected = (): Detection =>
      detectFormat(head.subarray(0, headLength), headLength < HEAD_BYTES, this.columnMappings);
    const detection = detected();
    const { table } = detection;
    // Nobody is asked about a line of text with a comma in it.
    if (table === undefined || table.hasChange || table.hasRows === false) return detection;
    const mapping = await this.options.mapColumns?.(file, table);
    if (mapping === undefined) return detection;
    this.columnMappings[table.key] = mapping;
    return detected();
  }

  /** Reads the files that only add to events: they are needed when the events come. False when the run was cancelled. */
  private async readSides(): Promise<boolean> {
    for (const [file, { format }] of this.files.entries()) {
      if (format?.addsTo === undefined) continue;
      const side = this.sides.of(format.addsTo);
      side.beginFile(file, format.fields);
      const scanner = await this.readFile(file, format, { engine: this.newEngine() }, (record) => side.add(record));
      if (scanner === undefined) return false;
      side.endFile(scanner.measure, scanner.measure.returns);
    }
    this.sides.trim();
    return true;
  }

  /** Reads the files that hold events, and makes events of rows that belong to none. False when the run was cancelled. */
  private async readEvents(): Promise<boolean> {
    const joiner = this.sides.isEmpty ? undefined : new RowJoiner(this.sides, graphFieldPaths);
    if (joiner) await this.lookAtEvents(joiner);
    for (const [file, { format, table }] of this.files.entries()) {
      if (format === undefined || format.addsTo !== undefined) continue;
      this.places.beginFile(file);
      const engine = this.newEngine();
      const filler = new RowFiller(this.table, format.fields, this.textPlaces, engine);
      const dates = table && (await findDateOrder(this.sources[file]!, table));
      if (dates?.notice !== undefined) this.notices.add(dates.notice);
      if (table?.hasChange === false) this.notices.add(noChangeId);
      const scanner = await this.readFile(file, format, { dateOrder: dates?.order, engine }, (record) => {
        filler.add(joiner && format.isTable === true ? joiner.joined(record) : record);
        this.places.push(record);
        this.enterKey(this.table.rowCount - 1);
      });
      if (scanner === undefined) return false;
      this.places.documents.endFile(this.table.rowCount, scanner.measure, scanner.measure.returns);
    }
    if (joiner) this.addLeftRows(joiner);
    return true;
  }

  /** Lets the joiner look at the first events of a table. */
  private async lookAtEvents(joiner: RowJoiner): Promise<void> {
    const file = this.files.findIndex(({ format }) => format?.isTable === true && format.addsTo === undefined);
    const format = this.files[file]?.format;
    if (format === undefined) return;
    const head = new Uint8Array(HEAD_BYTES);
    const headLength = await this.sources[file]!.readInto(head, 0);
    const sink: RecordSink = { record: (record) => joiner.look(record), fault: nothing, member: nothing };
    feed(format.read(sink, HEAD_BYTES, { columnMappings: this.columnMappings }).scanner, head.subarray(0, headLength));
    joiner.endLooking();
  }

  /** Rows of steps and properties that no event has become events of their own: what the log says of a change is shown. */
  private addLeftRows(joiner: RowJoiner): void {
    const filler = new RowFiller(this.table, graphFieldPaths);
    let file: number | undefined;
    let count = 0;
    for (const { table, run, record } of joiner.left()) {
      const own = table.places.fileOf(run);
      if (own !== file) this.places.beginFile(own);
      file = own;
      filler.add(record);
      this.places.copy(table.places, run);
      this.enterKey(this.table.rowCount - 1);
      count++;
    }
    const hasEvents = count < this.table.rowCount;
    if (count > 0) this.notices.add(hasEvents ? leftRowsText(count) : noEventsFile);
    const repeats = this.sides.all.reduce((sum, { repeatCount }) => sum + repeatCount, 0);
    if (repeats > 0)
      this.notices.add(`${formatCounted(repeats, 'group')} of rows stood in another file once more: they count once.`);
  }

  private newEngine(): ScanEngine {
    return (this.options.createEngine ?? newEngine)();
  }

  /** What there is now. */
  private built(): BuiltLog {
    return {
      index: new LogIndex(this.table, this.places, this.keys, this.sides),
      files: [...this.files],
      problems: this.problems,
      notices: [...this.notices],
      repeatCount: this.dropped,
    };
  }

  /** Reads one file from its first to its last byte. Undefined when the run was cancelled. */
  private async readFile(
    file: number,
    format: LogFormat,
    options: FormatOptions,
    record: RecordSink['record'],
  ): Promise<RecordScanner | undefined> {
    const source = this.sources[file]!;
    const { chunkBytes = DEFAULT_CHUNK_BYTES } = this.options;
    const { columnMappings } = this;
    const { scanner, contentOf, notices } = format.read(this.sinkFor(file, format, record), chunkBytes, {
      ...options,
      columnMappings,
    });
    if (format.caution !== undefined) this.notices.add(format.caution);
    this.files[file] = { ...this.files[file]!, contentOf };
    const ahead = new ReadAhead(source, chunkBytes);
    const rowsBefore = this.table.rowCount;
    let offset = 0;
    for (;;) {
      const bytes = await this.readPiece(file, ahead, offset);
      if (bytes.length === 0) break;
      feed(scanner, bytes);
      offset += bytes.length;
      this.pace.advance(bytes.length);
      if (offset === bytes.length && format.addsTo === undefined) this.reserve(rowsBefore, source.size, offset);
      if (await this.pace.pause()) return undefined;
    }
    scanner.finish();
    for (const notice of notices?.() ?? []) this.notices.add(notice);
    this.files[file] = { ...this.files[file], byteLength: offset };
    return scanner;
  }

  /** Makes room for the rows of a file, of whose `size` bytes the first ones are read. */
  private reserve(rowsBefore: number, size: number, readBytes: number): void {
    const expected = (size / readBytes) * (this.table.rowCount - rowsBefore);
    const rowCount = rowsBefore + Math.ceil(Math.min(ROOM_TO_SPARE * expected, size / SMALL_EVENT_BYTES));
    this.table.reserve(rowCount);
    this.places.reserve(rowCount);
    this.keys.reserve(rowCount);
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

  private sinkFor(file: number, format: LogFormat, record: RecordSink['record']): RecordSink {
    return {
      record,
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

/** Events are not all of one length. */
const ROOM_TO_SPARE = 1.05;
/** A file whose first events are shorter may have others behind them: it does not get room for so many. */
const SMALL_EVENT_BYTES = 1024;

const nothing = (): void => undefined;

function leftRowsText(count: number): string {
  const events = count === 1 ? 'is shown as an event of its own' : 'are shown as events of their own';
  return `${formatCounted(count, 'change')} in the files of steps and modified properties ${events}: the file of events does not have ${count === 1 ? 'it' : 'them'}.`;
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
