import type { BetweenTest } from '../queryNode';

/** The years that every tool's calendar has. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The ends of a stretch of time in ISO 8601, UTC, within the years 1 to 9999; undefined where it is open. */
export function timeWithin({ from, to }: BetweenTest): { from: string | undefined; to: string | undefined } {
  return {
    from: from === -Infinity ? undefined : isoText(from),
    to: to === Infinity ? undefined : isoText(to),
  };
}

/** A time in ISO 8601, UTC, to the millisecond. */
export function isoText(timeMs: number): string {
  return new Date(Math.min(Math.max(timeMs, FIRST_MS), LAST_MS)).toISOString();
}
