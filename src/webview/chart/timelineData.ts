import type { Timeline } from '../../core/analysis/timeline';
import { statuses, type Status } from '../../core/model';

/** The statuses that occur, in the order in which their bars stand on each other, the lowest first. */
export function statusesIn({ byStatus }: Timeline): readonly Status[] {
  const fromBelow: readonly Status[] = ['failure', 'warning', 'unknown', 'skipped', 'success'];
  return fromBelow.filter((status) => statuses.includes(status) && byStatus[status].some((count) => count > 0));
}

/** Where a bucket begins, milliseconds since 1970 UTC. */
export function bucketStart({ startMs, bucketMs }: Timeline, bucket: number): number {
  return startMs + bucket * bucketMs;
}

/** For each status the heights of its bars when they stand on those before it. */
export function stacked(timeline: Timeline, order: readonly Status[]): number[][] {
  const heights = new Array<number>(timeline.bucketCount).fill(0);
  return order.map((status) => {
    for (const [bucket, count] of timeline.byStatus[status].entries()) heights[bucket]! += count;
    return [...heights];
  });
}

/** The stretch of time between two places of the chart, widened to whole buckets; `endMs` is not included. */
export function wholeBuckets(timeline: Timeline, fromMs: number, toMs: number): { startMs: number; endMs: number } {
  const { bucketMs, bucketCount } = timeline;
  const at = (timeMs: number) => (timeMs - timeline.startMs) / bucketMs;
  const first = Math.max(0, Math.min(bucketCount - 1, Math.floor(at(Math.min(fromMs, toMs)))));
  const end = Math.max(first + 1, Math.min(bucketCount, Math.ceil(at(Math.max(fromMs, toMs)))));
  return { startMs: bucketStart(timeline, first), endMs: bucketStart(timeline, end) };
}
