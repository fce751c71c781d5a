import { formatTime } from '../text/formatValue';

/** Stretches of time that long lists are cut into, by numbers counted from 1970 UTC. */
export interface TimeUnit {
  /** Letters only: it is part of node ids. */
  readonly id: string;
  /** Its length; absent for events without a time. */
  readonly milliseconds?: number;
  /** Names a bucket inside the next larger one. */
  label(start: TimeText): string;
  /** Names a bucket on its own. */
  fullLabel(start: TimeText): string;
}

/** A time in UTC: `2026-01-02` and `03:04`. */
interface TimeText {
  readonly day: string;
  readonly clock: string;
}

/** One stretch of time. */
export interface TimeBucket {
  readonly unit: TimeUnit;
  readonly number: number;
}

const day: TimeUnit = {
  id: 'day',
  milliseconds: 86_400_000,
  label: (start) => start.day,
  fullLabel: (start) => start.day,
};
const hour: TimeUnit = {
  id: 'hour',
  milliseconds: 3_600_000,
  label: ({ clock }) => `${clock} to ${clock.slice(0, 2)}:59 UTC`,
  fullLabel: (start) => `${start.day} ${hour.label(start)}`,
};
const minute: TimeUnit = {
  id: 'minute',
  milliseconds: 60_000,
  label: ({ clock }) => `${clock} UTC`,
  fullLabel: (start) => `${start.day} ${minute.label(start)}`,
};
const none: TimeUnit = { id: 'none', label: () => 'No time', fullLabel: () => 'No time' };

/** All units, the largest first. */
export const timeUnits: readonly TimeUnit[] = [day, hour, minute, none];

/** What the contents of a bucket (of everything, without one) are cut into; undefined when nothing is smaller. */
export function smallerUnit(bucket: TimeBucket | undefined): TimeUnit | undefined {
  if (!bucket) return day;
  return bucket.unit === day ? hour : bucket.unit === hour ? minute : undefined;
}

/** The bucket of a time in milliseconds since 1970 UTC; -Infinity means that there is no time. */
export function bucketOf(timeMs: number, unit: TimeUnit): TimeBucket {
  if (timeMs === -Infinity || unit.milliseconds === undefined) return { unit: none, number: 0 };
  return { unit, number: Math.floor(timeMs / unit.milliseconds) };
}

/** Whether a time lies in a bucket. */
export function isInBucket(timeMs: number, bucket: TimeBucket): boolean {
  const own = bucketOf(timeMs, bucket.unit);
  return own.unit === bucket.unit && own.number === bucket.number;
}

/** A bucket's name inside the next larger one, and on its own. */
export function bucketLabels({ unit, number }: TimeBucket): { label: string; fullLabel: string } {
  const [day = '', clock = ''] = formatTime(number * (unit.milliseconds ?? 0)).split(' ');
  const start = { day, clock: clock.slice(0, 5) };
  return { label: unit.label(start), fullLabel: unit.fullLabel(start) };
}
