import { formatObjects } from '../../text/formatObjects';
import { numberValues } from '../../index/numberValues';
import { numberPairs } from '../../index/objectNumbers';
import { documentedLimits } from '../documentedLimits';
import { aboutObjects, leftOut } from './evidence';
import { type FindingKind, nothing, notKnown } from './finding';
import type { FindingContext } from './findingContext';

const HOUR = 3_600_000;

// The service documents no such numbers: they are what we find worth telling.

/** So many failures of one object with one code within an hour are a storm. */
const MIN_STORM = 10;

/** So many failures with growing intervals are a series. */
const MIN_SERIES = 4;

/** Each interval is at least so many times the one before. */
const MIN_GROWTH = 1.5;

/** Shorter intervals are the rhythm of one cycle. */
const MIN_INTERVAL = 10 * 60_000;

/** Objects that failed with one code again and again within an hour. */
export const retryStorm: FindingKind = {
  id: 'retryStorm',
  title: 'Many attempts in a short time',
  rank: 55,
  find(context) {
    const series = failureSeries(context);
    if (typeof series === 'string') return notKnown(series);
    const rows = series.filter(({ times }) => isStorm(times)).map(({ row }) => row);
    if (rows.length === 0) return nothing;
    const who = formatObjects(rows.length);
    return {
      findings: [
        context.finding({
          id: 'retryStorm',
          title: 'The same attempt fails again and again',
          sentence: `${who} failed with the same code at least ${MIN_STORM} times within an hour.${leftOut(rows.length)}`,
          certainty: 'certain',
          why: 'The events and their times are in the log.',
          unseen:
            'Who or what made the service try so often: a restart, provisioning on demand, or retries inside of one cycle.',
          query: `${aboutObjects(context, rows)} status:failure`,
        }),
      ],
    };
  },
};

/** Objects whose failures come less and less often: the service waits longer before it tries again. */
export const growingIntervals: FindingKind = {
  id: 'growingIntervals',
  title: 'Attempts that become rarer',
  rank: 35,
  find(context) {
    const series = failureSeries(context);
    if (typeof series === 'string') return notKnown(series);
    const rows = series.filter(({ times }) => isGrowing(times)).map(({ row }) => row);
    if (rows.length === 0) return nothing;
    const who = formatObjects(rows.length);
    return {
      findings: [
        context.finding({
          id: 'growingIntervals',
          title: 'The service tries less and less often',
          sentence: `For ${who}, the time from one failure to the next grew and grew. ${schedule}${leftOut(rows.length)}`,
          certainty: 'likely',
          why: 'Their failures with one code lie further and further apart.',
          unseen: 'Attempts that the download does not hold, and when the next one is due.',
          query: `${aboutObjects(context, rows)} status:failure`,
          documentation: firstRetryMs.address,
        }),
      ],
    };
  },
};

const { firstRetryMs, secondRetryMs, thirdRetryMs, laterRetriesMs, lastRetryMs } = documentedLimits;

const schedule = `Failed objects are documented to be tried again ${firstRetryMs.value / HOUR}, ${secondRetryMs.value / HOUR} and ${thirdRetryMs.value / HOUR} hours after the first failure and then every ${laterRetriesMs.value / HOUR} hours until ${lastRetryMs.value / (24 * HOUR)} days after it.`;

interface FailureSeries {
  /** One of the failures. */
  readonly row: number;
  /** When they happened, in order. */
  readonly times: readonly number[];
}

/** The failures of each object with each code in each job, or why nothing can be said. */
function failureSeries({
  store,
  rowCount,
  jobs,
  objects,
  statusOf,
  timeOf,
}: FindingContext): readonly FailureSeries[] | string {
  const codes = numberValues(store.column('code'), rowCount);
  const pairs = numberPairs(jobs.groupOf, objects.entries, rowCount);
  const { numbers } = numberPairs(pairs.numbers, codes.entries, rowCount);
  const found = new Map<number, { row: number; times: number[] }>();
  let failures = 0;
  for (let row = 0; row < rowCount; row++) {
    if (statusOf(row) !== 'failure') continue;
    failures++;
    const time = timeOf(row);
    if (objects.entries[row] === 0 || time === -Infinity) continue;
    const known = found.get(numbers[row]!);
    if (known) known.times.push(time);
    else found.set(numbers[row]!, { row, times: [time] });
  }
  if (failures > 0 && found.size === 0) return 'No failure says both when it happened and to whom.';
  const long = [...found.values()].filter(({ times }) => times.length >= MIN_SERIES);
  for (const { times } of long) times.sort((a, b) => a - b);
  return long.sort((a, b) => b.times.length - a.times.length);
}

function isStorm(times: readonly number[]): boolean {
  return times.some((time, at) => at >= MIN_STORM - 1 && time - times[at - MIN_STORM + 1]! <= HOUR);
}

/** Whether the last intervals grew. */
function isGrowing(times: readonly number[]): boolean {
  const last = times.slice(-MIN_SERIES);
  const intervals = last.slice(1).map((time, at) => time - last[at]!);
  return intervals.every((interval, at) => interval >= (at === 0 ? MIN_INTERVAL : MIN_GROWTH * intervals[at - 1]!));
}
