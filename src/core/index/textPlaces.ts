import type { ScannedRecord } from '../scan/recordScanner';
import { keepRows, trimmed, withRoom } from './growing';

/** Columns of texts that a stored index does not hold: it holds where they stand in the file. */
export const placedColumns = [
  'identity',
  'reason',
  'jobId',
  'cycle',
  'skip',
  'initiator',
  'reportable',
  'type',
] as const;
/** Columns of identifiers, of which the same is true. */
export const placedIds = ['id', 'change', 'sourceId', 'targetId'] as const;

/** One of {@link placedColumns}. */
export type PlacedColumn = (typeof placedColumns)[number];
/** One of {@link placedIds}. */
export type PlacedId = (typeof placedIds)[number];

/** A value as it stands in its record: `hitBytes[start, end)`, perhaps with escapes. */
export interface RawValue {
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly isEscaped: boolean;
}

/** Added to the length of a text that has escapes. */
export const ESCAPED = 0x80000000;
/** Added to the entry of an ID that is no GUID. */
export const OTHER_ID = 0x80000000;

/**
 * Where the texts of a log's columns stand in its only file, noted while it is read: of each dictionary entry the place
 * where it was seen first, of each GUID the place in its record.
 */
export class TextPlaces {
  /** False when some text stands nowhere in the file as it is: the log cannot be stored. */
  isComplete = true;
  readonly entries: Readonly<Record<PlacedColumn | PlacedId, EntryPlaces>> = Object.fromEntries(
    [...placedColumns, ...placedIds].map((column) => [column, new EntryPlaces()]),
  ) as Record<PlacedColumn | PlacedId, EntryPlaces>;
  private readonly guids = Object.fromEntries(placedIds.map((column) => [column, new Uint32Array(64)])) as Record<
    PlacedId,
    Uint32Array<ArrayBuffer>
  >;
  private rowCount = 0;
  private recordStart = 0;
  private byteOffset = 0;

  /** Begins the next row. */
  begin(record: ScannedRecord): void {
    if (record.hitBytes !== record.bytes) this.isComplete = false;
    this.rowCount++;
    this.recordStart = record.start;
    this.byteOffset = record.byteOffset;
  }

  /** Notes where the row's value of a dictionary column stands, if it is a new one. */
  text(column: PlacedColumn, entry: number, { rawStart, rawEnd, isEscaped }: RawValue): void {
    this.entries[column].note(entry, this.byteOffset + rawStart - this.recordStart, rawEnd - rawStart, isEscaped);
  }

  /** Notes where the row's ID stands. `entry` is that of its dictionary, or -1 for a GUID. */
  id(column: PlacedId, entry: number, { rawStart, rawEnd, isEscaped }: RawValue): void {
    const inRecord = rawStart - this.recordStart;
    if (entry < 0) {
      if (isEscaped) this.isComplete = false;
      this.guid(column, rawStart);
      return;
    }
    this.entries[column].note(entry, this.byteOffset + inRecord, rawEnd - rawStart, isEscaped);
    this.place(column, OTHER_ID + entry);
  }

  /** Notes where the row's GUID stands. */
  guid(column: PlacedId, rawStart: number): void {
    this.place(column, rawStart - this.recordStart);
  }

  /** For each row, the place of its GUID in its record; for other IDs their entry and {@link OTHER_ID}. */
  guidPlaces(column: PlacedId): Uint32Array {
    return this.guids[column].subarray(0, this.rowCount);
  }

  private place(column: PlacedId, place: number): void {
    const guids = withRoom(this.guids[column], this.rowCount);
    guids[this.rowCount - 1] = place;
    this.guids[column] = guids;
  }

  /** Drops the rows whose element of `isKept` is 0. Their texts are those of rows that stay. */
  keep(isKept: Uint8Array): void {
    for (const column of placedIds) this.rowCount = keepRows(this.guids[column], isKept);
  }
}

/** Where the entries of one dictionary stand in the file, in the order in which they came: rising. */
export class EntryPlaces {
  /** Entry 0 is `""` and stands nowhere. */
  private count = 1;
  private offsets = new Float64Array(64);
  private lengths = new Uint32Array(64);

  note(entry: number, byteOffset: number, byteLength: number, isEscaped: boolean): void {
    if (entry !== this.count) return;
    this.offsets = withRoom(this.offsets, entry + 1);
    this.lengths = withRoom(this.lengths, entry + 1);
    this.offsets[entry] = byteOffset;
    this.lengths[entry] = isEscaped ? ESCAPED + byteLength : byteLength;
    this.count++;
  }

  /** By entry, from entry 1 on. */
  get byteOffsets(): Float64Array {
    return trimmed(this.offsets, this.count).subarray(1);
  }

  /** By entry, from entry 1 on; {@link ESCAPED} is added for those with escapes. */
  get byteLengths(): Uint32Array {
    return trimmed(this.lengths, this.count).subarray(1);
  }
}
