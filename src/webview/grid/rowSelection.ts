/** Rows beside each other, `last` included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Which rows of a grid are selected: stretches that stay, and the one that Shift makes longer or shorter. */
export interface RowSelection {
  readonly kept: readonly Stretch[];
  readonly live?: Stretch | undefined;
  /** Where `live` begins; undefined before anything was selected. */
  readonly anchor?: number | undefined;
}

/** Nothing is selected before somebody was there. */
export const nothingSelected: RowSelection = { kept: [] };

/** One row and no other. */
export function onlyRow(row: number): RowSelection {
  return { kept: [], live: { first: row, last: row }, anchor: row };
}

/** What a click with Shift does: everything from where the selection began up to this row. */
export function extendedTo({ kept, anchor }: RowSelection, row: number): RowSelection {
  const from = anchor ?? row;
  return { kept, live: { first: Math.min(from, row), last: Math.max(from, row) }, anchor: from };
}

/** What a click with Ctrl does: the row is selected besides the others; when it was so already it is so no more. */
export function withToggled(selection: RowSelection, row: number): RowSelection {
  const all = stretchesOf(selection);
  if (!isSelected(selection, row)) return { kept: all, live: { first: row, last: row }, anchor: row };
  const kept = all.flatMap(({ first, last }) =>
    row < first || row > last
      ? [{ first, last }]
      : [
          { first, last: row - 1 },
          { first: row + 1, last },
        ].filter((part) => part.first <= part.last),
  );
  return { kept, anchor: row };
}

/** Whether a row is selected. */
export function isSelected({ kept, live }: RowSelection, row: number): boolean {
  const holds = ({ first, last }: Stretch) => row >= first && row <= last;
  return (live !== undefined && holds(live)) || kept.some(holds);
}

/** What is selected of so many rows, from top to bottom, no row twice. */
export function selectedRows(selection: RowSelection, count: number): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const { first, last } of [...stretchesOf(selection)].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    const end = Math.min(last, count - 1);
    if (first > end) continue;
    if (before !== undefined && first <= before.last + 1) {
      merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, end) };
    } else merged.push({ first, last: end });
  }
  return merged;
}

/** So many rows these are. */
export function countOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

function stretchesOf({ kept, live }: RowSelection): readonly Stretch[] {
  return live === undefined ? kept : [...kept, live];
}
