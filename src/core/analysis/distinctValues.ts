import type { FieldId } from '../columns/derivedColumns';
import type { FieldStore } from '../index/columnStore';
import type { RowSet } from '../query/rowSet';

/** The values that a text column has in some rows, each once, in the order in which they first appear. */
export interface DistinctValues {
  /** How many there are. */
  readonly total: number;
  /** The first `limit` of them. */
  readonly values: readonly string[];
}

/** The different values of a column in `rows`; absent values are none. A number or time column has none. */
export function distinctValues(store: FieldStore, id: FieldId, rows: RowSet, limit: number): DistinctValues {
  const data = store.column(id);
  const values = new Set<string>();
  if (data.kind === 'dictionary') {
    const isSeen = new Uint8Array(data.size);
    rows.forEach((row) => {
      const entry = data.entries[row]!;
      if (isSeen[entry] === 1) return;
      isSeen[entry] = 1;
      values.add(data.text(entry));
    });
  } else if (data.kind === 'id') {
    rows.forEach((row) => values.add(data.text(row)));
  }
  values.delete('');
  const first: string[] = [];
  for (const value of values) {
    if (first.length === limit) break;
    first.push(value);
  }
  return { total: values.size, values: first };
}
