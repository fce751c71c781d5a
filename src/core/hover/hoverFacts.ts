import type { ColumnId } from '../columns/columns';

/** What a hover asks the log; its worker answers. */
export interface HoverFacts {
  /** In how many events a column has a value, ignoring case; undefined when no log is open or it cannot tell. */
  use(column: ColumnId, value: string): Promise<ValueUse | undefined>;
  /** What an ID stands for in this log, the most frequent first; empty when it occurs nowhere. */
  owners(id: string): Promise<readonly IdOwner[]>;
}

/** How often a value occurs in a log, and when. */
export interface ValueUse {
  readonly count: number;
  readonly firstTimeMs?: number;
  readonly lastTimeMs?: number;
}

/** The kinds of things that have an ID in a log. */
export const ownerKinds = {
  event: 'Event',
  change: 'Change',
  cycle: 'Cycle',
  job: 'Job',
  sourceObject: 'Source object',
  targetObject: 'Target object',
} as const;

/** Something that an ID stands for. */
export interface IdOwner {
  readonly kind: keyof typeof ownerKinds;
  /** Log text; `""` when the log gives it no name. */
  readonly name: string;
  readonly events: number;
}

/** Answers nothing: for documents without an open log. */
export const noFacts: HoverFacts = {
  use: () => Promise.resolve(undefined),
  owners: () => Promise.resolve([]),
};
