/**
 * How a column's values are kept and compared:
 * - `enum`: few fixed words; compared whole, ignoring case
 * - `id`: identifiers and codes; compared whole, ignoring case
 * - `text`: free text; unquoted words are searched inside
 * - `list`: several texts an event (kept as one dictionary entry, joined by line feeds); matches when one of them does
 * - `number`: a number or nothing
 * - `time`: milliseconds since 1970 UTC or nothing
 */
export type ColumnType = 'enum' | 'id' | 'text' | 'list' | 'number' | 'time';

/** One thing that is known of every event without reading its record: stored in the index, a field of the query. */
export interface Column {
  /** The field's name in the query language. */
  readonly id: string;
  /** Other names that the query language accepts. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly type: ColumnType;
  /** Whether free text in a query searches this column too. */
  readonly isSearched?: boolean;
  /** The words of an `enum`. */
  readonly values?: readonly string[];
}
