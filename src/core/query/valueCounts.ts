import type { ColumnType } from '../columns/column';
import type { FieldId } from '../columns/derivedColumns';
import type { FieldStore } from '../index/columnStore';
import { numberValues } from '../index/numberValues';
import type { RowSet } from './rowSet';
import { foldCase } from './textMatcher';

/** A value and how many events have it. */
export interface ValueCount {
  /** As first spelled; `""` stands for no value. Log text. */
  readonly text: string;
  readonly count: number;
}

/**
 * How often each value of a column of texts occurs, ignoring case, most frequent first; in all rows without `within`.
 * An event counts once for each entry of a list. `isWanted` is asked with each value in the spelling of `foldCase`.
 */
export function valueCounts(
  store: FieldStore,
  column: { readonly id: FieldId; readonly type: ColumnType },
  within?: RowSet,
  isWanted: (folded: string) => boolean = () => true,
): ValueCount[] {
  const { entries, size, text } = numberValues(store.column(column.id), store.rowCount);
  const countOf = new Uint32Array(size);
  for (let row = 0; row < store.rowCount; row++) {
    if (!within || within.has(row)) countOf[entries[row]!]!++;
  }
  const found = new Map<string, { text: string; count: number }>();
  for (let entry = 0; entry < size; entry++) {
    const count = countOf[entry]!;
    if (count === 0) continue;
    const whole = text(entry);
    for (const value of column.type === 'list' ? new Set(whole.split('\n')) : [whole]) {
      const folded = foldCase(value);
      const known = found.get(folded);
      if (known) known.count += count;
      else if (isWanted(folded)) found.set(folded, { text: value, count });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
