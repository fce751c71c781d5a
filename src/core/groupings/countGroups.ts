import type { ColumnStore } from '../index/columnStore';
import { statusColumn } from '../index/statusColumn';
import type { RowSet } from '../query/rowSet';
import { foldCase } from '../query/textMatcher';
import type { GroupNote, Groups } from './grouping';

/** A group and what is in it. */
export interface CountedGroup {
  readonly group: number;
  readonly name: string;
  readonly note: GroupNote | undefined;
  readonly events: number;
  readonly failures: number;
}

/** The groups that hold rows of the filter: those with the most failures first, then by name. */
export function countGroups(store: ColumnStore, groups: Groups, filter: RowSet | undefined): CountedGroup[] {
  const { groupOf, names, notes } = groups;
  const statusOf = statusColumn(store);
  const events = new Uint32Array(names.length);
  const failures = new Uint32Array(names.length);
  for (let row = 0; row < store.rowCount; row++) {
    if (filter && !filter.has(row)) continue;
    events[groupOf[row]!]!++;
    if (statusOf(row) === 'failure') failures[groupOf[row]!]!++;
  }
  return names
    .map((name, group) => ({
      group,
      name,
      note: notes?.[group],
      folded: foldCase(name),
      events: events[group]!,
      failures: failures[group]!,
    }))
    .filter((counted) => counted.events > 0)
    .sort((a, b) => b.failures - a.failures || compareTexts(a.folded, b.folded) || a.group - b.group);
}

/** By code units, so that the order is the same on every machine. */
function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
