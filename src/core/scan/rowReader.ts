import type { ScannedRecord } from './recordScanner';

/** What of a record's values makes its row. Fields, columns and entries are numbers of the caller's. */
export interface RowPlan {
  /** By the path of a hit: its field. Of several paths of one field the first that holds something counts. */
  readonly fieldOfPath: Uint8Array;
  /** By path: 1 where of several values the last counts, elsewhere the first. */
  readonly isOwnKey: Uint8Array;
  readonly fieldCount: number;
  /** For each column its fields: the first that is there counts. */
  readonly columns: readonly (readonly number[])[];
  /** Fields that hold identifiers. */
  readonly ids: readonly number[];
  /** A field that takes the first value whose entry is not `undecided`; without one the ranked field decides. */
  readonly decidedField: number;
  /** A field of many values, of which the one with the highest rank counts. */
  readonly rankedField: number;
  /** By entry of the decided and the ranked field. */
  readonly ranks: Uint8Array;
  readonly undecided: number;
  /** A field that holds a time, and one that holds a whole number. */
  readonly timeField: number;
  readonly numberField: number;
  /** A field of many values that make one text: the last of the columns. */
  readonly joinedField: number;
}

/** The entry of a text that was not seen before. */
export const UNKNOWN_ENTRY = 0xffffffff;

/** Reads rows where the bytes are; what it was told of a text it knows when the text comes again. */
export interface RowReader {
  /** Reads a record; false when it has to be read another way. What is below then belongs to no record. */
  read(record: ScannedRecord): boolean;
  /** By field, the number of its hit; -1 for none. */
  readonly hitOfField: Int32Array;
  /** By column, the entry of what it holds, or {@link UNKNOWN_ENTRY}. */
  readonly entries: Uint32Array;
  /** The entry of the decided field, else the best of the ranked one. */
  readonly decided: number;
  /**
   * The time in milliseconds since 1970 UTC, where it is ISO 8601 in UTC, and the number, where it is of at most nine digits;
   * `NaN` for anything else.
   */
  readonly numbers: Float64Array;
  /** By identifier: 1 when it is a GUID in small letters, whose four words are in `guids`. */
  readonly isGuid: Uint8Array;
  readonly guids: Uint32Array;
  /** Says what a column of the row that was read holds. */
  rememberColumn(column: number, entry: number): void;
  /** Says what a hit of the decided or the ranked field means, of the record that was to be read last. */
  rememberHit(field: number, hit: number, entry: number): void;
}
