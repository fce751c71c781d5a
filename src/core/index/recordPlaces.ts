import type { ScannedRecord } from '../scan/recordScanner';
import { DocumentOffsets } from './documentOffsets';
import { keepRows, trimmed, withRoom } from './growing';

/** What is kept of a record's place. */
export type PlacedRecord = Pick<ScannedRecord, 'byteOffset' | 'start' | 'end' | 'event' | 'before' | 'inside'>;

/** Where each row's record stands in its file, in bytes and in its text document. */
export class RecordPlaces {
  readonly documents = new DocumentOffsets();
  private offsets = new Float64Array(64);
  private lengths = new Uint32Array(64);
  /** The records' numbers in their files, from the first row on where they are not simply counted. */
  private events: Uint32Array | undefined;
  private rowCount = 0;
  /** The files in the order in which they came, and the first row of each. */
  private readonly files: number[] = [];
  private readonly firstRows: number[] = [];

  /** Begins the rows of a file: all of them come before those of the next. */
  beginFile(file: number): void {
    this.files.push(file);
    this.firstRows.push(this.rowCount);
    this.documents.beginFile(this.rowCount);
  }

  push(record: PlacedRecord): void {
    const row = this.add(record.byteOffset, record.end - record.start, record.event);
    this.documents.push(row, record.before, record.inside);
  }

  /** Makes room for so many rows at once. */
  reserve(rowCount: number): void {
    this.offsets = withRoom(this.offsets, rowCount);
    this.lengths = withRoom(this.lengths, rowCount);
  }

  /** The file whose rows come now; undefined before the first. */
  get openFile(): number | undefined {
    return this.files.at(-1);
  }

  /** Adds a place that is known already, of a file that was read to its end. */
  copy(other: RecordPlaces, row: number): void {
    const added = this.add(other.byteOffset(row), other.byteLength(row), other.event(row));
    this.documents.pushKnown(added, other.documents.shiftBefore(row), other.documents.shiftInside(row));
  }

  /** The file of a row. */
  fileOf(row: number): number {
    return this.files[lastNotAbove(this.firstRows, row)]!;
  }

  /** The rows of a file: from the first to before the second. */
  rowsOf(file: number): readonly [number, number] {
    const turn = this.files.indexOf(file);
    return turn < 0
      ? [this.rowCount, this.rowCount]
      : [this.firstRows[turn]!, this.firstRows[turn + 1] ?? this.rowCount];
  }

  byteOffset(row: number): number {
    return this.offsets[row]!;
  }

  byteLength(row: number): number {
    return this.lengths[row]!;
  }

  documentOffset(row: number): number {
    return this.offsets[row]! - this.documents.shiftBefore(row);
  }

  documentLength(row: number): number {
    return this.lengths[row]! - this.documents.shiftInside(row);
  }

  /** The record's number in its file, counted from 1; broken and repeated ones count. */
  event(row: number): number {
    return this.events?.[row] ?? this.countedEvent(row);
  }

  /** The row of a file whose record covers an offset; undefined between records. */
  rowAtByte(file: number, offset: number): number | undefined {
    return this.rowAt(
      file,
      offset,
      (row) => this.byteOffset(row),
      (row) => this.byteLength(row),
    );
  }

  /** As {@link rowAtByte}, in UTF-16 units of the text document. */
  rowAtDocument(file: number, offset: number): number | undefined {
    return this.rowAt(
      file,
      offset,
      (row) => this.documentOffset(row),
      (row) => this.documentLength(row),
    );
  }

  /** Drops the rows whose element of `isKept` is 0. */
  keep(isKept: Uint8Array): void {
    this.keepEvents(isKept.length);
    const keptBefore = new Uint32Array(isKept.length + 1);
    for (let row = 0; row < isKept.length; row++) keptBefore[row + 1] = keptBefore[row]! + isKept[row]!;
    this.firstRows.forEach((row, turn) => (this.firstRows[turn] = keptBefore[row]!));
    keepRows(this.offsets, isKept);
    keepRows(this.lengths, isKept);
    if (this.events) keepRows(this.events, isKept);
    this.documents.keep(isKept);
    this.rowCount = keptBefore[isKept.length]!;
  }

  /** What is known of the only file's rows, as arrays by name. */
  kept(): Record<string, Float64Array | Uint32Array | Int32Array> {
    const { offsets, lengths, events, rowCount } = this;
    return {
      offsets: offsets.subarray(0, rowCount),
      lengths: lengths.subarray(0, rowCount),
      ...(events && { events: events.subarray(0, rowCount) }),
      ...this.documents.kept(),
    };
  }

  /** Takes over what {@link kept} gave, checked, as the only file. */
  restore(kept: Readonly<Record<string, unknown>>, rowCount: number): void {
    this.files.push(0);
    this.firstRows.push(0);
    this.offsets = kept.offsets as Float64Array<ArrayBuffer>;
    this.lengths = kept.lengths as Uint32Array<ArrayBuffer>;
    this.events = kept.events as Uint32Array<ArrayBuffer> | undefined;
    this.documents.restore(kept);
    this.rowCount = rowCount;
  }

  trim(): void {
    this.offsets = trimmed(this.offsets, this.rowCount);
    this.lengths = trimmed(this.lengths, this.rowCount);
    if (this.events) this.events = trimmed(this.events, this.rowCount);
    this.documents.trim(this.rowCount);
  }

  get keptBytes(): number {
    const events = this.events?.byteLength ?? 0;
    return this.offsets.byteLength + this.lengths.byteLength + events + this.documents.byteLength;
  }

  private countedEvent(row: number): number {
    return row - this.firstRows[lastNotAbove(this.firstRows, row)]! + 1;
  }

  private add(byteOffset: number, byteLength: number, event: number): number {
    const row = this.rowCount++;
    if (row === this.offsets.length) this.reserve(row + 1);
    this.offsets[row] = byteOffset;
    this.lengths[row] = byteLength;
    if (this.events === undefined && event !== this.countedEvent(row)) this.keepEvents(row);
    if (this.events !== undefined) {
      this.events = withRoom(this.events, row + 1);
      this.events[row] = event;
    }
    return row;
  }

  /** Writes down the numbers of all rows before `end`: from now on they are not simply counted. */
  private keepEvents(end: number): void {
    if (this.events) return;
    const events = new Uint32Array(Math.max(end, 64));
    for (let row = 0; row < end; row++) events[row] = this.countedEvent(row);
    this.events = events;
  }

  private rowAt(
    file: number,
    offset: number,
    start: (row: number) => number,
    length: (row: number) => number,
  ): number | undefined {
    const [first, end] = this.rowsOf(file);
    let low = first;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (start(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    const row = low - 1;
    return row >= first && offset < start(row) + length(row) ? row : undefined;
  }
}

/** The index of the last element of a rising list that is not above `value`. */
function lastNotAbove(numbers: readonly number[], value: number): number {
  let found = numbers.length - 1;
  while (found > 0 && numbers[found]! > value) found--;
  return found;
}
