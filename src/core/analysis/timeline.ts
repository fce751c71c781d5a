import type { FieldStore } from '../index/columnStore';
import { enumColumn } from '../index/enumColumn';
import { type Status, statuses } from '../model';
import type { FoundRows } from './foundRows';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths that a bucket may have: what people count in. */
const bucketLengths: readonly number[] = [
  ...[1, 5, 15, 30].map((count) => count * SECOND),
  ...[1, 5, 15, 30].map((count) => count * MINUTE),
  ...[1, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 7, 28, 364].map((count) => count * DAY),
];

/** 1970-01-05, a Monday: where weeks are counted from. */
const MONDAY = 4 * DAY;

/** Events over time, in buckets of equal length that begin at round times in UTC. */
export interface Timeline {
  readonly bucketMs: number;
  /** Where the first bucket begins, milliseconds since 1970 UTC; the others follow without a gap. */
  readonly startMs: number;
  readonly bucketCount: number;
  /** For each status the number of events in each bucket. */
  readonly byStatus: Readonly<Record<Status, readonly number[]>>;
  /** Events that have no time and are in no bucket. */
  readonly untimed: number;
}

/** Counts events over time, in at most `maxBuckets` (at least 2) buckets of the shortest round length that is enough. */
export function timeline(store: FieldStore, found: FoundRows, maxBuckets: number): Timeline {
  const data = store.column('time');
  const times = data.kind === 'number' ? data.values : new Float64Array(store.rowCount).fill(NaN);
  let first = Infinity;
  let last = -Infinity;
  found.each((row) => {
    const time = times[row]!;
    // Comparisons with NaN are false.
    if (time < first) first = time;
    if (time > last) last = time;
  });
  const { bucketMs, startMs, bucketCount } = bucketsOver(first, last, maxBuckets);
  const { entries, wordOf } = enumColumn(store, 'status', statuses);
  const counts = new Uint32Array(bucketCount * statuses.length);
  let untimed = 0;
  found.each((row) => {
    const bucket = Math.floor((times[row]! - startMs) / bucketMs);
    if (bucket >= 0) counts[wordOf[entries[row]!]! * bucketCount + bucket]!++;
    else untimed++;
  });
  const byStatus = statuses.map((status, at) => [
    status,
    [...counts.subarray(at * bucketCount, (at + 1) * bucketCount)],
  ]);
  return { bucketMs, startMs, bucketCount, byStatus: Object.fromEntries(byStatus) as Timeline['byStatus'], untimed };
}

function bucketsOver(first: number, last: number, maxBuckets: number): Omit<Timeline, 'byStatus' | 'untimed'> {
  if (first > last) return { bucketMs: DAY, startMs: 0, bucketCount: 0 };
  for (let next = 1, bucketMs = bucketLengths[0]!; ; bucketMs = bucketLengths[next++] ?? 10 * bucketMs) {
    const origin = bucketMs > DAY ? MONDAY : 0;
    const startMs = Math.floor((first - origin) / bucketMs) * bucketMs + origin;
    const bucketCount = Math.floor((last - startMs) / bucketMs) + 1;
    if (bucketCount <= maxBuckets) return { bucketMs, startMs, bucketCount };
  }
}
