import type { ColumnId } from '../columns/columns';
import type { ColumnStore } from './columnStore';
import { numberValues } from './numberValues';

/** Which object each row is about, by numbers. */
export interface ObjectNumbers {
  /** Equal for rows of one object; 0 for a row that names none. */
  readonly entries: Uint32Array;
  /** One more than the largest number. */
  readonly size: number;
}

/** What tells objects apart: the first of them that a row has. */
const deciding: readonly ColumnId[] = ['sourceId', 'targetId', 'identity'];

const known = new WeakMap<ColumnStore, ObjectNumbers>();

/**
 * Tells the people and groups that events are about apart: by the ID in the source, else in the target, else the name.
 * Kept as long as the store is.
 */
export function objectNumbers(store: ColumnStore): ObjectNumbers {
  const numbers = known.get(store) ?? numberObjects(store);
  known.set(store, numbers);
  return numbers;
}

function numberObjects(store: ColumnStore): ObjectNumbers {
  const { rowCount } = store;
  const entries = new Uint32Array(rowCount);
  let size = 1;
  for (const id of deciding) {
    const values = numberValues(store.column(id), rowCount);
    for (let row = 0; row < rowCount; row++) {
      const value = values.entries[row]!;
      if (entries[row] === 0 && value !== 0) entries[row] = size - 1 + value;
    }
    size += values.size - 1;
  }
  return { entries, size };
}

/** Numbers pairs of numbers in the order in which they first appear: equal pairs have equal numbers from 0 on. */
export function numberPairs(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  rowCount: number,
): { readonly numbers: Uint32Array; readonly size: number } {
  const numbers = new Uint32Array(rowCount);
  /** A row of each pair. */
  const rowOf = new Uint32Array(rowCount);
  // Open addressing, at most half full: a pair's number plus 1, and 0 for a free place.
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * rowCount + 2)));
  const mask = places.length - 1;
  let size = 0;
  for (let row = 0; row < rowCount; row++) {
    const [a, b] = [first[row]!, second[row]!];
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let place = (hash ^ (hash >>> 13)) & mask;
    for (; places[place] !== 0; place = (place + 1) & mask) {
      const known = rowOf[places[place]! - 1]!;
      if (first[known] === a && second[known] === b) break;
    }
    if (places[place] === 0) {
      rowOf[size] = row;
      places[place] = ++size;
    }
    numbers[row] = places[place]! - 1;
  }
  return { numbers, size };
}
