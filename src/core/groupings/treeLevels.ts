import type { ChangeIndex } from './changeIndex';
import type { ChangeCounts, ChangeOrder } from './changeOrder';
import type { NodePath } from './nodeId';
import { MAX_CHILDREN } from './pageNodes';
import { bucketOf, isInBucket, smallerUnit, type TimeBucket, type TimeUnit } from './timeBuckets';

/** A place in the tree below which changes stand. */
export type ListPath = Pick<NodePath, 'group' | 'isFailures' | 'bucket'>;

/** What stands below such a place: changes in order, or buckets, the newest first, where there are too many. */
export type Level =
  | { readonly kind: 'changes'; readonly changes: Uint32Array }
  | { readonly kind: 'buckets'; readonly buckets: readonly CountedBucket[] };

/** A bucket of time and what is in it. */
export interface CountedBucket {
  readonly bucket: TimeBucket;
  readonly counts: ChangeCounts;
}

/** What stands where below the groups, and in which order; nothing of it is shown yet. */
export class TreeLevels {
  /** The level that was made last: paging through a long one asks for it again and again. */
  private last: { readonly key: string; readonly level: Level } | undefined;

  constructor(
    readonly index: ChangeIndex,
    readonly order: ChangeOrder,
  ) {}

  /** What stands below a group or a bucket. */
  level(path: ListPath): Level {
    const { group, isFailures, bucket } = path;
    const key = [group, isFailures, bucket?.unit.id, bucket?.number].join();
    if (this.last?.key !== key) this.last = { key, level: this.makeLevel(path) };
    return this.last.level;
  }

  /** How many of a group's changes failed, and their events that did. */
  failures(group: number): ChangeCounts {
    return this.order.count(this.below({ group, isFailures: true }));
  }

  private makeLevel(path: ListPath): Level {
    const changes = this.below(path);
    const unit = smallerUnit(path.bucket);
    if (changes.length <= MAX_CHILDREN || !unit) return { kind: 'changes', changes: this.order.sort(changes) };
    return { kind: 'buckets', buckets: this.cut(changes, unit) };
  }

  /** The changes below a place, group by group as they are numbered. */
  private below({ group, isFailures, bucket }: ListPath): Uint32Array {
    const start = this.index.groupStarts[group]!;
    const end = this.index.groupStarts[group + 1]!;
    const found = new Uint32Array(end - start);
    let count = 0;
    for (let change = start; change < end; change++) {
      if (isFailures || bucket) {
        const lead = this.order.leadOf(change);
        if (isFailures && this.order.statusOf(lead) !== 'failure') continue;
        if (bucket && !isInBucket(this.order.timeOf(lead), bucket)) continue;
      }
      found[count++] = change;
    }
    return found.subarray(0, count);
  }

  private cut(changes: Uint32Array, unit: TimeUnit): CountedBucket[] {
    const found = new Map<number, { bucket: TimeBucket; inside: number[] }>();
    for (const change of changes) {
      const bucket = bucketOf(this.order.timeOf(this.order.leadOf(change)), unit);
      const key = bucket.unit === unit ? bucket.number : -Infinity;
      const known = found.get(key);
      if (known) known.inside.push(change);
      else found.set(key, { bucket, inside: [change] });
    }
    return [...found]
      .sort(([a], [b]) => b - a)
      .map(([, { bucket, inside }]) => ({ bucket, counts: this.order.count(inside) }));
  }
}
