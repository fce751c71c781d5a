import type { ColumnStore } from '../index/columnStore';
import { statusColumn } from '../index/statusColumn';
import { timeColumn } from '../index/timeColumn';
import type { Status } from '../model';
import { type ChangeIndex, rowsOfChange } from './changeIndex';

/** How many changes and events there are, and how many of the events failed. */
export interface ChangeCounts {
  readonly changes: number;
  readonly events: number;
  readonly failures: number;
}

/** Puts changes in order: failures first, then the newest first. */
export class ChangeOrder {
  readonly statusOf: (row: number) => Status;
  /** Milliseconds since 1970 UTC; -Infinity without a time. */
  readonly timeOf: (row: number) => number;

  constructor(
    private readonly index: ChangeIndex,
    store: ColumnStore,
  ) {
    this.statusOf = statusColumn(store);
    this.timeOf = timeColumn(store);
  }

  /** The row that stands for a change: its newest failure, without a failure its newest event. */
  leadOf(change: number): number {
    const { changeStarts, rows } = this.index;
    const end = changeStarts[change + 1]!;
    let lead = rows[changeStarts[change]!]!;
    for (let index = changeStarts[change]! + 1; index < end; index++) {
      if (this.compare(rows[index]!, lead) < 0) lead = rows[index]!;
    }
    return lead;
  }

  /** The changes in order. */
  sort(changes: Uint32Array): Uint32Array {
    const leads = changes.map((change) => this.leadOf(change));
    const places = Uint32Array.from(changes.keys()).sort((a, b) => this.compare(leads[a]!, leads[b]!));
    return places.map((place) => changes[place]!);
  }

  /** A change's records in the order in which they happened. */
  records(change: number): Uint32Array {
    return rowsOfChange(this.index, change)
      .slice()
      .sort((a, b) => compareNumbers(this.timeOf(a), this.timeOf(b)) || a - b);
  }

  count(changes: Uint32Array | readonly number[]): ChangeCounts {
    const { changeStarts, rows } = this.index;
    let events = 0;
    let failures = 0;
    for (const change of changes) {
      const start = changeStarts[change]!;
      const end = changeStarts[change + 1]!;
      events += end - start;
      for (let index = start; index < end; index++) if (this.statusOf(rows[index]!) === 'failure') failures++;
    }
    return { changes: changes.length, events, failures };
  }

  private compare(a: number, b: number): number {
    const isFailure = this.statusOf(a) === 'failure';
    if (isFailure !== (this.statusOf(b) === 'failure')) return isFailure ? -1 : 1;
    return compareNumbers(this.timeOf(b), this.timeOf(a)) || a - b;
  }
}

/** Unlike a difference, this orders infinite numbers too. */
function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
