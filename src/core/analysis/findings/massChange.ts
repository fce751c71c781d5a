import { actionTitle } from '../../text/titles';
import type { Action } from '../../model';
import { formatCount, formatCounted, formatTime } from '../../text/formatValue';
import { during, inJob } from './evidence';
import { type Finding, type FindingKind, type FindingResult, notKnown } from './finding';
import type { FindingContext } from './findingContext';

const HOUR = 3_600_000;

// The service documents no such numbers: they are what we find worth telling.

/** Fewer in an hour are no burst, whatever the baseline. */
const MIN_BURST = 20;

/** So many times as many as in an average hour of the rest. */
const MIN_FACTOR = 10;

/** A shorter log has no baseline of its own. */
const MIN_HOURS = 6;

/** Many disables or deletes at once, measured by the log's own average: a scope may have changed by mistake. */
export const massChange: FindingKind = {
  id: 'massChange',
  title: 'Many disables or deletes at once',
  rank: 90,
  find(context): FindingResult {
    const results = jobTimes(context).map((times) => findBurst(context, times));
    const short = results.find((result) => typeof result === 'string');
    const findings = results.filter((result) => typeof result === 'object');
    return findings.length === 0 && short !== undefined ? notKnown(short) : { findings };
  },
};

/** When the events of one job with one action happened, and when the job's first and last event. */
interface JobTimes {
  readonly group: number;
  readonly action: Action;
  readonly times: number[];
  readonly span: { first: number; last: number };
}

function jobTimes({ jobs, rowCount, actionOf, statusOf, timeOf }: FindingContext): readonly JobTimes[] {
  const spans = jobs.keys.map(() => ({ first: Infinity, last: -Infinity }));
  const found = new Map<string, JobTimes>();
  for (let row = 0; row < rowCount; row++) {
    const time = timeOf(row);
    if (time === -Infinity) continue;
    const group = jobs.groupOf[row]!;
    const span = spans[group]!;
    span.first = Math.min(span.first, time);
    span.last = Math.max(span.last, time);
    const action = actionOf(row);
    if ((action !== 'disable' && action !== 'delete') || statusOf(row) === 'skipped') continue;
    const key = `${group} ${action}`;
    const known = found.get(key) ?? { group, action, times: [], span };
    known.times.push(time);
    found.set(key, known);
  }
  return [...found.values()];
}

/** The burst of a job, or why there is no telling; undefined when there is none. */
function findBurst(context: FindingContext, { group, action, times, span }: JobTimes): Finding | string | undefined {
  if (times.length < MIN_BURST) return undefined;
  const { jobs } = context;
  const hours = (span.last - span.first) / HOUR;
  const noun = `${actionTitle(action).toLowerCase()}s`;
  if (hours < MIN_HOURS) {
    return `${jobs.names[group]!} has ${formatCount(times.length)} ${noun} but covers less than ${MIN_HOURS} hours: too little to tell what is usual.`;
  }
  const burst = densestHour(times.sort((a, b) => a - b));
  const usual = (times.length - burst.count) / (hours - 1);
  if (burst.count < MIN_BURST || burst.count < MIN_FACTOR * usual) return undefined;
  return context.finding({
    id: 'massChange',
    title: `${formatCount(burst.count)} ${noun} within an hour`,
    sentence: `In ${jobs.names[group]!}, ${formatCount(burst.count)} objects were to be ${action === 'delete' ? 'deleted' : 'disabled'} within an hour from ${formatTime(burst.firstMs)} on; in the rest of the log there are ${usual < 0.1 ? 'hardly any' : `${usual.toFixed(1)} an hour`}.`,
    certainty: 'likely',
    why: `It is at least ${MIN_FACTOR} times the log's own average. A planned change looks the same.`,
    unseen: `What took the objects out of scope: an assignment, a scoping filter or the source. ${formatCounted(times.length - burst.count, 'event')} outside of this hour are the whole baseline.`,
    query: `${inJob(context, group)} action:${action} -status:skipped ${during(burst.firstMs, burst.lastMs)}`,
  });
}

/** The hour that holds the most of some times in order. */
function densestHour(times: readonly number[]): { count: number; firstMs: number; lastMs: number } {
  let best = { count: 0, firstMs: 0, lastMs: 0 };
  for (let end = 0, start = 0; end < times.length; end++) {
    while (times[end]! - times[start]! > HOUR) start++;
    const count = end - start + 1;
    if (count > best.count) best = { count, firstMs: times[start]!, lastMs: times[end]! };
  }
  return best;
}
