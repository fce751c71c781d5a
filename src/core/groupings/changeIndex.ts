import type { ColumnStore } from '../index/columnStore';
import { numberValues } from '../index/numberValues';
import type { RowSet } from '../query/rowSet';
import type { Groups } from './grouping';

/** Marks rows that the filter leaves out. */
export const NO_CHANGE = 0xffffffff;

/**
 * Which rows form a change, and which changes a group: made once for a grouping and a filter, 12 bytes an event.
 * Changes are numbered group by group, so that a group's changes are a range of numbers and its rows stand together.
 */
export interface ChangeIndex {
  /** The changes of group g are those from `groupStarts[g]` up to, without, `groupStarts[g + 1]`. */
  readonly groupStarts: Uint32Array;
  /** The rows of change c stand in `rows` from `changeStarts[c]` up to, without, `changeStarts[c + 1]`. */
  readonly changeStarts: Uint32Array;
  /** In file order within a change. */
  readonly rows: Uint32Array;
  /** Each row's change, or {@link NO_CHANGE}. */
  readonly changeOf: Uint32Array;
}

/** Events of one group with the same change ID are a change; an event without a change ID is one of its own. */
export function indexChanges(store: ColumnStore, groups: Groups, filter: RowSet | undefined): ChangeIndex {
  const { rowCount } = store;
  const groupCount = groups.keys.length;
  const isShown = (row: number) => filter === undefined || filter.has(row);
  const byGroup = sortByNumber(rowCount, groups.groupOf, groupCount, isShown);
  const ids = numberValues(store.column('change'), rowCount);
  const groupStarts = new Uint32Array(groupCount + 1);
  const changeOf = new Uint32Array(rowCount).fill(NO_CHANGE);
  /** For each change ID its newest change, and that change's group plus 1. */
  const changeOfId = new Uint32Array(ids.size);
  const groupOfId = new Uint32Array(ids.size);
  let changeCount = 0;

  for (let group = 0; group < groupCount; group++) {
    groupStarts[group] = changeCount;
    for (let index = byGroup.starts[group]!; index < byGroup.starts[group + 1]!; index++) {
      const row = byGroup.rows[index]!;
      const id = ids.entries[row]!;
      if (id !== 0 && groupOfId[id] === group + 1) {
        changeOf[row] = changeOfId[id]!;
      } else {
        changeOfId[id] = changeCount;
        groupOfId[id] = group + 1;
        changeOf[row] = changeCount++;
      }
    }
  }
  groupStarts[groupCount] = changeCount;
  const byChange = sortByNumber(rowCount, changeOf, changeCount, isShown);
  return { groupStarts, changeStarts: byChange.starts, rows: byChange.rows, changeOf };
}

/** The group of a change. */
export function groupOfChange({ groupStarts }: ChangeIndex, change: number): number {
  let low = 0;
  let high = groupStarts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (groupStarts[middle]! <= change) low = middle;
    else high = middle;
  }
  return low;
}

/** The rows of a change, in file order. */
export function rowsOfChange({ changeStarts, rows }: ChangeIndex, change: number): Uint32Array {
  return rows.subarray(changeStarts[change], changeStarts[change + 1]);
}

/** Rows sorted by their numbers from 0 to `count` - 1, in file order where numbers are equal: a counting sort. */
function sortByNumber(
  rowCount: number,
  numbers: Uint32Array,
  count: number,
  isShown: (row: number) => boolean,
): { starts: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < rowCount; row++) if (isShown(row)) starts[numbers[row]! + 1]!++;
  for (let number = 0; number < count; number++) starts[number + 1]! += starts[number]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[count]!);
  for (let row = 0; row < rowCount; row++) if (isShown(row)) rows[next[numbers[row]!]!++] = row;
  return { starts, rows };
}
