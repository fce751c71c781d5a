import type { FieldId } from '../columns/derivedColumns';
import type { FieldStore } from '../index/columnStore';
import { statusColumn } from '../index/statusColumn';
import type { Status } from '../model';
import { timeText } from '../record/readTime';
import type { FoundRows } from './foundRows';
import { RecentAnswers } from './recentAnswers';
import { type Sort, sortRows } from './sortRows';

/** So much of a text is handed to a table; the event has all of it. */
const LONGEST_CELL = 500;

/** One event as a line of a table. */
export interface TableRow {
  readonly row: number;
  readonly status: Status;
  /**
   * A text for each column that was asked for, `""` where the value is absent: times as `YYYY-MM-DDTHH:mm:ss.sssZ`,
   * numbers as digits, lists joined by line feeds; cut at 500 characters, with an ellipsis. Log text.
   */
  readonly cells: readonly string[];
}

/** Sorted rows of one log. Keeps the orders that were asked for last. */
export class TableRows {
  /** All rows, by column and direction. */
  private readonly orders = new RecentAnswers<Uint32Array>(4);
  /** The rows of a query, by column, direction and query. */
  private readonly sorted = new RecentAnswers<Uint32Array>(4);

  constructor(private readonly store: FieldStore) {}

  /** Some of the rows that a query found, in the order of a column; in file order without one. */
  page(found: FoundRows, sort: Sort | undefined, offset: number, limit: number): Uint32Array {
    if (!sort) return found.set.page(offset, limit);
    return this.sortedRows(found, sort).subarray(offset, offset + limit);
  }

  /** At which place of the sorted rows a row stands; undefined when the query does not find it. */
  placeOf(found: FoundRows, sort: Sort | undefined, row: number): number | undefined {
    if (!found.set.has(row)) return undefined;
    const rows = sort ? this.sortedRows(found, sort) : (found.rows ?? undefined);
    return rows ? rows.indexOf(row) : row;
  }

  /**
   * At which place a row stands; for one that the query does not find, where the next row behind it in the same order
   * does, or the last one of all.
   */
  nearestPlace(found: FoundRows, sort: Sort | undefined, row: number): number {
    let place = 0;
    if (sort) {
      for (const other of this.allSorted(sort)) {
        if (other === row) break;
        if (found.set.has(other)) place++;
      }
    } else {
      for (let other = 0; other < Math.min(row, this.store.rowCount); other++) if (found.set.has(other)) place++;
    }
    return Math.max(0, Math.min(place, found.count - 1));
  }

  /** One row with its cells. */
  row(row: number, fields: readonly FieldId[]): TableRow {
    return {
      row,
      status: statusColumn(this.store)(row),
      cells: fields.map((field) => cellText(this.store, field, row)),
    };
  }

  private sortedRows(found: FoundRows, sort: Sort): Uint32Array {
    const order = this.allSorted(sort);
    if (found.count === this.store.rowCount) return order;
    return this.sorted.get(`${keyOf(sort)} ${found.query}`, () => order.filter((row) => found.set.has(row)));
  }

  private allSorted(sort: Sort): Uint32Array {
    return this.orders.get(keyOf(sort), () => sortRows(this.store, sort));
  }
}

function keyOf({ field, isDescending }: Sort): string {
  return `${field} ${isDescending}`;
}

function cellText(store: FieldStore, field: FieldId, row: number): string {
  const data = store.column(field);
  if (data.kind === 'number') {
    const value = data.values[row]!;
    return Number.isNaN(value) ? '' : field === 'time' ? timeText(value) : String(value);
  }
  const text = data.kind === 'id' ? data.text(row) : data.text(data.entries[row]!);
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}
