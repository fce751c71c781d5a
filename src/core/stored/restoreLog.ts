import type { ByteSource } from '../scan/byteSource';
import { unescapeInto } from '../scan/unescape';
import { formats } from '../formats/formats';
import type { LogFormat } from '../formats/logFormat';
import type { BuildResult, BuiltLog, ReadOptions } from '../index/buildIndex';
import { EventTable } from '../index/eventTable';
import { KeyTable } from '../index/keyTable';
import { LogIndex } from '../index/logIndex';
import { ProblemLog } from '../index/problemLog';
import { ReadingPace } from '../index/readingPace';
import { RecordPlaces } from '../index/recordPlaces';
import { MAX_COLUMN_TEXT } from '../index/recordValues';
import { ESCAPED, OTHER_ID, placedColumns, placedIds, type PlacedColumn, type PlacedId } from '../index/textPlaces';
import { GUID_LENGTH } from '../index/guid';
import { isSound } from './isSound';
import { storedTexts, type StoredLog } from './storedLog';
import { TextWindow } from './textWindow';

/** Nothing is scanned: the scanner is made for what comes with it. */
const LEAST_CHUNK_BYTES = 1024;

/**
 * Makes the index of a file from what was stored of it: texts and IDs are read from the file, in one pass, and nothing is
 * scanned. The result is the one that reading the file anew would give. Undefined when the two do not belong together:
 * the log must then be read anew. Rejects when the file cannot be read.
 */
export function restoreLog(
  stored: StoredLog,
  source: ByteSource,
  options: ReadOptions = {},
): Promise<BuildResult | undefined> {
  const format = formats.find(({ id }) => id === stored.formatId);
  if (format === undefined || stored.byteLength !== source.size || !isSound(stored)) return Promise.resolve(undefined);
  return new LogRestorer(stored, format, source, options).restore();
}

class LogRestorer {
  private readonly table = new EventTable();
  private readonly places = new RecordPlaces();
  private readonly keys = new KeyTable(this.table);
  private readonly problems: ProblemLog;
  private readonly pace: ReadingPace;
  private readonly window: TextWindow;
  private readonly entries: readonly EntryReader[];
  private readonly ids: readonly { readonly column: PlacedId; readonly places: Uint32Array }[];
  private readonly scratch = new Uint8Array(MAX_COLUMN_TEXT);
  private readonly built: BuiltLog;

  constructor(
    private readonly stored: StoredLog,
    format: LogFormat,
    source: ByteSource,
    options: ReadOptions,
  ) {
    const { numbers, byteLength } = stored;
    this.problems = new ProblemLog(stored.problems, stored.problemCounts);
    this.window = new TextWindow(source);
    this.pace = new ReadingPace(source.size, options, this.table, () => this.builtNow());
    this.entries = [...placedColumns, ...placedIds].map((column) => new EntryReader(column, numbers));
    this.ids = placedIds.map((column) => ({ column, places: numbers[`guids.${column}`] as Uint32Array }));
    const nothing = { record: () => undefined, fault: () => undefined, member: () => undefined };
    const { contentOf } = format.read(nothing, LEAST_CHUNK_BYTES);
    this.built = {
      index: new LogIndex(this.table, this.places, this.keys),
      files: [{ format, byteLength, contentOf }],
      problems: this.problems,
      notices: stored.notices,
      repeatCount: stored.repeatCount,
    };
  }

  async restore(): Promise<BuildResult | undefined> {
    if (!this.restoreNumbers()) return undefined;
    const { table, places, keys, pace } = this;
    let done = 0;
    for (let row = 0; row < this.stored.rowCount; row++) {
      if (!this.window.holds(places.byteOffset(row), this.neededEnd(row))) {
        await this.window.move(places.byteOffset(row), this.neededEnd(row));
        pace.advance(places.byteOffset(row) - done);
        done = places.byteOffset(row);
        if (await pace.pause()) return { kind: 'cancelled' };
      }
      if (!this.restoreRow(row) || keys.enter(row) >= 0) return undefined;
      table.rowCount = row + 1;
    }
    if (this.entries.some((reader) => !reader.isAtEnd)) return undefined;
    table.trim();
    return { kind: 'built', ...this.builtNow() };
  }

  private builtNow(): BuiltLog {
    return { ...this.built, index: new LogIndex(this.table, this.places, this.keys) };
  }

  /** False when a dictionary does not come out as it was: its texts were no UTF-8. */
  private restoreNumbers(): boolean {
    const { columns } = this.table;
    const { numbers, texts } = this.stored;
    columns.time.restore(numbers.time as Float64Array<ArrayBuffer>);
    columns.duration.restore(numbers.duration as Float64Array<ArrayBuffer>);
    this.places.restore(numbers, this.stored.rowCount);
    for (const column of ['status', 'action', ...storedTexts, ...placedColumns] as const) {
      columns[column].restore(numbers[`entries.${column}`] as Uint8Array);
    }
    return storedTexts.every((column) => {
      const { dictionary } = columns[column];
      return texts[column]!.every((text, before) => dictionary.addText(text) === before + 1);
    });
  }

  /** Behind the last byte that a row needs. */
  private neededEnd(row: number): number {
    const start = this.places.byteOffset(row);
    const recordEnd = start + this.places.byteLength(row);
    let end = start;
    for (const { places } of this.ids) {
      const place = places[row]!;
      if (place < OTHER_ID) end = Math.max(end, start + place + GUID_LENGTH);
    }
    for (const reader of this.entries) end = Math.max(end, reader.endBefore(recordEnd));
    return end;
  }

  /** False when the row's texts do not stand where they should. */
  private restoreRow(row: number): boolean {
    const { columns } = this.table;
    const start = this.places.byteOffset(row);
    const recordEnd = start + this.places.byteLength(row);
    for (const reader of this.entries) {
      while (reader.isBefore(recordEnd)) if (!this.addEntry(reader)) return false;
    }
    return this.ids.every(({ column, places }) => {
      const place = places[row]!;
      if (place >= OTHER_ID) {
        columns[column].pushEntry(place - OTHER_ID);
        return true;
      }
      const { window } = this;
      if (!window.holds(start + place, start + place + GUID_LENGTH)) return false;
      const at = window.at(start + place);
      return columns[column].push(window.bytes, at, at + GUID_LENGTH) < 0;
    });
  }

  private addEntry(reader: EntryReader): boolean {
    const { column, byteOffset, byteLength, isEscaped, entry } = reader;
    if (!this.window.holds(byteOffset, byteOffset + byteLength)) return false;
    let { bytes } = this.window;
    let start = this.window.at(byteOffset);
    let end = start + byteLength;
    if (isEscaped) {
      end = unescapeInto(this.scratch, 0, bytes, start, end);
      start = 0;
      bytes = this.scratch;
    }
    reader.next();
    return this.add(column, bytes, start, end) === entry;
  }

  private add(id: PlacedColumn | PlacedId, bytes: Uint8Array, start: number, end: number): number {
    const column = this.table.columns[id];
    return 'dictionary' in column ? column.dictionary.add(bytes, start, end) : column.addOther(bytes, start, end);
  }
}

/** Goes through the places of one dictionary's entries. */
class EntryReader {
  private index = 0;
  private readonly offsets: Float64Array;
  private readonly lengths: Uint32Array;

  constructor(
    readonly column: PlacedColumn | PlacedId,
    numbers: StoredLog['numbers'],
  ) {
    this.offsets = numbers[`offsets.${column}`] as Float64Array;
    this.lengths = numbers[`lengths.${column}`] as Uint32Array;
  }

  get entry(): number {
    return this.index + 1;
  }

  get byteOffset(): number {
    return this.offsets[this.index]!;
  }

  get byteLength(): number {
    return this.lengths[this.index]! & ~ESCAPED;
  }

  get isEscaped(): boolean {
    return this.lengths[this.index]! >= ESCAPED;
  }

  get isAtEnd(): boolean {
    return this.index === this.offsets.length;
  }

  next(): void {
    this.index++;
  }

  /** Whether the next entry stands before a place in the file. */
  isBefore(place: number): boolean {
    return !this.isAtEnd && this.byteOffset < place;
  }

  /** Where the next entry ends, if it stands before a place; else 0. */
  endBefore(place: number): number {
    return this.isBefore(place) ? this.byteOffset + this.byteLength : 0;
  }
}
