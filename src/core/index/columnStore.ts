import type { ColumnId } from '../columns/columns';
import type { FieldId } from '../columns/derivedColumns';

/**
 * What query, grouping and analysis read: one value a row in every column, rows in file order.
 * How the values are kept is the index's own business.
 */
export interface ColumnStore {
  readonly rowCount: number;
  column(id: ColumnId): ColumnData;
}

/** A store that answers for derived columns as well: what queries are evaluated on. */
export interface FieldStore extends ColumnStore {
  // Not a method: the compiler would let a store without derived columns pass.
  readonly column: (id: FieldId) => ColumnData;
}

/** A column's values, in one of three forms. */
export type ColumnData = DictionaryData | NumberData | IdData;

/** `enum`, `text`, `list` and repeating `id` columns: a row holds the number of a dictionary entry. */
export interface DictionaryData {
  readonly kind: 'dictionary';
  /** `entries[row]` is the entry's number. Only the first `rowCount` elements count. */
  readonly entries: Uint32Array | Uint16Array | Uint8Array;
  /** How many entries the dictionary has. Entry 0 is `""`: the value is absent. */
  readonly size: number;
  text(entry: number): string;
  /** Reads texts like `text`, faster for who reads most of them now. Where there is none, `text` is as good. */
  reader?(): (entry: number) => string;
  /** All texts in one, for who searches them; undefined where they are not kept so. */
  joined?(): JoinedTexts | undefined;
}

/** The texts of a dictionary, one behind the other: that of `entry` is `text.slice(ends[entry - 1], ends[entry])`. */
export interface JoinedTexts {
  readonly text: string;
  readonly ends: Uint32Array;
  readonly size: number;
}

/** `number` and `time` columns. */
export interface NumberData {
  readonly kind: 'number';
  /** The value of a row; `NaN` when it is absent. Only the first `rowCount` elements count. */
  readonly values: Float64Array;
}

/** `id` columns whose values hardly repeat, kept packed. */
export interface IdData {
  readonly kind: 'id';
  /** The value of a row, `""` when it is absent. */
  text(row: number): string;
  /** Whether a row's value equals `text`, ignoring case, without building strings. Prepare once, call for each row. */
  matcher(text: string): (row: number) => boolean;
  /**
   * Whether a row's value may hold a text in small letters, ignoring case, without building strings: where it says no, the
   * value does not. Prepare once, call for each row.
   */
  partMatcher(part: string): (row: number) => boolean;
  /** Whether a row has no value. */
  isEmpty(row: number): boolean;
  /** Whether two rows hold the same value. */
  isEqual(row: number, other: number): boolean;
  /** The same 32-bit number for rows that hold the same value, mostly different ones for others. */
  hashOf(row: number): number;
}
