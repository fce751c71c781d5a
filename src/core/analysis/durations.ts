import { byJob } from '../groupings/groupings';
import type { FieldStore } from '../index/columnStore';
import type { FoundRows } from './foundRows';

/** How long events took, in milliseconds. */
export interface DurationFigures {
  /** How many events say how long they took; without any the figures are 0. */
  readonly count: number;
  readonly medianMs: number;
  /** 95 of 100 events took no longer. */
  readonly p95Ms: number;
  readonly longestMs: number;
}

/** How long the events took, all together and in each job. */
export interface Durations extends DurationFigures {
  /** Jobs with at least one duration, the slowest at its 95th percentile first. */
  readonly jobs: readonly (DurationFigures & { readonly jobId: string; readonly job: string })[];
  /** Rows of the slowest events, the slowest first. */
  readonly slowest: readonly number[];
}

/** Counts durations, and finds the slowest events, at most `limit`. */
export function durations(store: FieldStore, found: FoundRows, limit: number): Durations {
  const data = store.column('duration');
  const values = data.kind === 'number' ? data.values : new Float64Array(store.rowCount).fill(NaN);
  const { groupOf, keys, names } = byJob.groupsOf(store);
  const sizes = new Uint32Array(keys.length + 1);
  found.each((row) => {
    if (!Number.isNaN(values[row]!)) sizes[groupOf[row]! + 1]!++;
  });
  for (let group = 0; group < keys.length; group++) sizes[group + 1]! += sizes[group]!;
  const next = sizes.slice();
  const taken = new Float64Array(sizes[keys.length]!);
  found.each((row) => {
    if (!Number.isNaN(values[row]!)) taken[next[groupOf[row]!]!++] = values[row]!;
  });
  const jobs = keys.flatMap((jobId, group) => {
    const own = taken.subarray(sizes[group], sizes[group + 1]);
    return own.length === 0 ? [] : [{ jobId, job: names[group]!, ...figuresOf(own) }];
  });
  return {
    ...figuresOf(taken),
    jobs: jobs.sort((a, b) => b.p95Ms - a.p95Ms),
    slowest: slowestRows(values, taken, found, limit),
  };
}

/** Sorts the durations in place. */
function figuresOf(values: Float64Array): DurationFigures {
  values.sort();
  const at = (share: number) => values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;
  return { count: values.length, medianMs: at(0.5), p95Ms: at(0.95), longestMs: at(1) };
}

function slowestRows(values: Float64Array, sorted: Float64Array, found: FoundRows, limit: number): number[] {
  const threshold = sorted[Math.max(0, sorted.length - limit)] ?? Infinity;
  const rows: number[] = [];
  found.each((row) => {
    if (values[row]! >= threshold) rows.push(row);
  });
  return rows.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, limit);
}
