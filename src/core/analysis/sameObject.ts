import type { ColumnStore } from '../index/columnStore';
import { rowMatcher } from '../index/rowMatcher';
import { textColumn } from '../index/textColumn';
import { timeColumn } from '../index/timeColumn';

/** The events of one object in all jobs of a log. */
export interface SameObject {
  /** By what the object is recognised: its ID in the source, or where the log gives none, its name. */
  readonly by: 'sourceId' | 'identity';
  /** How many events of the object the log holds, the one that was asked about included. */
  readonly total: number;
  /** Rows of those around the one that was asked about, itself included, in time order; without a time they come first. */
  readonly rows: readonly number[];
}

/** The events of the object that a row is about, `limit` (at least 1) at most: as many before the row as after it. */
export function sameObject(store: ColumnStore, row: number, limit: number): SameObject {
  const by = textColumn(store, 'sourceId')(row) === '' ? 'identity' : 'sourceId';
  const isSame = rowMatcher(store.column(by), textColumn(store, by)(row));
  const timeOf = timeColumn(store);
  const rows: number[] = [];
  for (let other = 0; other < store.rowCount; other++) {
    // An object without ID and name is only itself.
    if (other === row || isSame(other)) rows.push(other);
  }
  rows.sort((a, b) => compare(timeOf(a), timeOf(b)) || a - b);
  const start = Math.max(0, Math.min(rows.indexOf(row) - Math.floor(limit / 2), rows.length - limit));
  return { by, total: rows.length, rows: rows.slice(start, start + limit) };
}

/** Not by subtraction: times that are absent are infinite. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
