import type { FieldStore } from '../index/columnStore';

/** One way to sort events into groups: the first level of the tree below a log. */
export interface Grouping {
  /** Letters only: it is part of node ids. */
  readonly id: string;
  /** What one group is called, as it begins a sentence: `Job`. */
  readonly title: string;
  groupsOf(store: FieldStore): Groups;
}

/** A group for every row. Groups are numbered from 0 in the order in which they first appear in the file. */
export interface Groups {
  /** The number of each row's group. */
  readonly groupOf: Uint32Array;
  /** What tells each group apart, as first spelled; `""` for rows without it. Log text. */
  readonly keys: readonly string[];
  /** A name for each group, never `""`. Log text. */
  readonly names: readonly string[];
  /** What else is to be said of each group; absent where names and counts say everything. */
  readonly notes?: readonly (GroupNote | undefined)[];
}

/** What is said of a group behind its counts. Log text. */
export interface GroupNote {
  readonly short: string;
  /** The same in full, as part of a sentence. */
  readonly full: string;
}
