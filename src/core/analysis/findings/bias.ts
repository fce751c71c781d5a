import type { Status } from '../../model';
import type { FindingContext } from './findingContext';

// The service documents no such numbers: they are our choice.

/** Fewer events say nothing about how a download was filtered. */
export const MIN_EVENTS_FOR_BIAS = 10;

/** A log that covers no more than this was probably narrowed down to it. */
const SHORT_SPAN_MS = 3_600_000;

/** What a log holds too uniformly to be the whole truth: the portal's filter applies to a download. */
export interface Bias {
  /** The one status that all events have. */
  readonly onlyStatus?: Status;
  /** The name of the one job. */
  readonly onlyJob?: string;
  /** The log covers at most an hour: so much of it, in milliseconds. */
  readonly shortSpanMs?: number;
  /** All events are about one person or group. */
  readonly onlyObject?: boolean;
}

/** What a log seems to have been filtered by. A log of a few events says nothing. */
export function findBias({ rowCount, statusOf, timeOf, jobs, objects }: Omit<FindingContext, 'bias'>): Bias {
  if (rowCount < MIN_EVENTS_FOR_BIAS) return {};
  const status = statusOf(0);
  const object = objects.entries[0]!;
  let [isOneStatus, isOneObject] = [true, object !== 0];
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < rowCount; row++) {
    isOneStatus &&= statusOf(row) === status;
    isOneObject &&= objects.entries[row] === object;
    const time = timeOf(row);
    if (time === -Infinity) continue;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return {
    ...(isOneStatus && status !== 'unknown' && { onlyStatus: status }),
    ...(jobs.keys.length === 1 && { onlyJob: jobs.names[0]! }),
    ...(first <= last && last - first <= SHORT_SPAN_MS && { shortSpanMs: last - first }),
    ...(isOneObject && { onlyObject: true }),
  };
}
