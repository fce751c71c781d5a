import type { FieldId } from '../columns/derivedColumns';
import type { ColumnData, FieldStore } from '../index/columnStore';
import { numberValues } from '../index/numberValues';
import { allFields } from '../query/fields';
import { foldCase } from '../query/textMatcher';

/** By what a table is sorted. */
export interface Sort {
  readonly field: FieldId;
  readonly isDescending: boolean;
}

/** A column's values by rank: equal values have equal ranks from 1 on, 0 is absent. */
interface Ranks {
  readonly ranks: Uint32Array;
  readonly size: number;
}

/**
 * All rows of a log in the order of a column. Words of an enum stand in the order of their list, texts by their
 * characters ignoring case. Equal rows stay in file order, absent values come last, both in either direction.
 */
export function sortRows(store: FieldStore, { field, isDescending }: Sort): Uint32Array {
  const { ranks, size } = rankValues(store, field);
  const { rowCount } = store;
  const placeOf = (rank: number) => (rank === 0 ? size : isDescending ? size - 1 - rank : rank - 1);
  const starts = new Uint32Array(size + 2);
  for (let row = 0; row < rowCount; row++) starts[placeOf(ranks[row]!) + 1]!++;
  for (let place = 0; place <= size; place++) starts[place + 1]! += starts[place]!;
  const order = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) order[starts[placeOf(ranks[row]!)]!++] = row;
  return order;
}

function rankValues(store: FieldStore, field: FieldId): Ranks {
  const data = store.column(field);
  return data.kind === 'number' ? rankNumbers(data.values, store.rowCount) : rankTexts(data, store, field);
}

function rankNumbers(values: Float64Array, rowCount: number): Ranks {
  const sorted = values.slice(0, rowCount).sort();
  // NaN sorts to the end.
  let size = 1;
  let distinct = 0;
  for (let at = 0; at < rowCount && !Number.isNaN(sorted[at]!); at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[distinct++] = sorted[at]!;
  }
  size += distinct;
  const ranks = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    let low = 0;
    let high = distinct - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    ranks[row] = low + 1;
  }
  return { ranks, size };
}

function rankTexts(data: ColumnData, store: FieldStore, field: FieldId): Ranks {
  const { entries, size, text } = numberValues(data, store.rowCount);
  const keys = sortKeys(size, text, field);
  const order = Uint32Array.from(keys.keys())
    .subarray(1)
    .sort((a, b) => compare(keys[a]!, keys[b]!));
  const rankOf = new Uint32Array(size);
  let rank = 0;
  for (const [place, entry] of order.entries()) {
    if (place === 0 || keys[entry] !== keys[order[place - 1]!]) rank++;
    rankOf[entry] = rank;
  }
  return { ranks: Uint32Array.from({ length: store.rowCount }, (_, row) => rankOf[entries[row]!]!), size: rank + 1 };
}

/** What entries are compared by; entry 0 is absent and not compared. */
function sortKeys(size: number, text: (entry: number) => string, field: FieldId): readonly (string | number)[] {
  const { type, values } = allFields.find(({ id }) => id === field)!;
  const words = values ?? [];
  const isWords = type === 'enum' && words.length > 0;
  return Array.from({ length: size }, (_, entry) => {
    const folded = foldCase(text(entry));
    if (!isWords) return folded;
    const place = words.indexOf(folded);
    return place < 0 ? words.length : place;
  });
}

function compare(a: string | number, b: string | number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
