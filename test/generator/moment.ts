/** What is different in every event: ids, time and duration. */
export interface Moment {
  readonly id: string;
  readonly changeId: string;
  readonly cycleId: string;
  /** ISO 8601, whole seconds, UTC. */
  readonly time: string;
  readonly durationMs: number;
  /** When the service says that it tries again: ISO 8601 with seven decimals, UTC. */
  readonly nextAttempt: string;
  /** The same instant as escrow steps spell it: `3/24/2026 7:17:42 AM`. */
  readonly nextAttemptUs: string;
}

/** The first retry comes about six hours after the failure. */
const RETRY_AFTER_MS = 6 * 3_600_000;

/** A moment's three instants, all following from the event's time. */
export function instants(timeMs: number): Pick<Moment, 'time' | 'nextAttempt' | 'nextAttemptUs'> {
  const time = `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
  const next = new Date(timeMs + RETRY_AFTER_MS);
  const nextIso = next.toISOString().slice(0, 19);
  const hour = next.getUTCHours();
  const clock = `${hour % 12 || 12}:${nextIso.slice(14, 19)} ${hour < 12 ? 'AM' : 'PM'}`;
  return {
    time,
    nextAttempt: `${nextIso}.${String(timeMs % 10_000_000).padStart(7, '0')}Z`,
    nextAttemptUs: `${next.getUTCMonth() + 1}/${next.getUTCDate()}/${next.getUTCFullYear()} ${clock}`,
  };
}
