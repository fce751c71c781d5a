import { byCycle } from '../../groupings/groupings';
import { formatCount } from '../../text/formatValue';
import { documentedLimits } from '../documentedLimits';
import { inJob, is } from './evidence';
import { type Finding, type FindingKind, notKnown } from './finding';
import type { FindingContext } from './findingContext';

/** From this share of a documented limit on it is told that a job comes near: our choice. */
const NEAR = 0.8;

const { quarantineShare, quarantineShareFrom, quarantineFailures, quarantineWithReferences } = documentedLimits;

/** Cycles in which so much failed that the documentation says the job is quarantined, or nearly so much. */
export const failureShare: FindingKind = {
  id: 'failureShare',
  title: 'Failures near the limits of quarantine',
  rank: 88,
  find(context) {
    if (context.bias.onlyStatus === 'failure') {
      return notKnown('Every event is a failure: the download was probably filtered, and shares mean nothing.');
    }
    const cycles = byCycle.groupsOf(context.store);
    const hasCycles = context.text('cycle');
    const counted = new Map<number, { events: number; failures: number; row: number }>();
    for (let row = 0; row < context.rowCount; row++) {
      // Rows without a cycle are counted job by job.
      const group = hasCycles(row) === '' ? -1 - context.jobs.groupOf[row]! : cycles.groupOf[row]!;
      const counts = counted.get(group) ?? { events: 0, failures: 0, row };
      counts.events++;
      if (context.statusOf(row) === 'failure') counts.failures++;
      counted.set(group, counts);
    }
    const findings = [...counted.values()].flatMap((counts) => findingOf(context, counts) ?? []);
    return { findings };
  },
};

function findingOf(
  context: FindingContext,
  { events, failures, row }: { events: number; failures: number; row: number },
): Finding | undefined {
  const share = failures / events;
  const isShareNear = share >= NEAR * quarantineShare.value && failures >= NEAR * quarantineShareFrom.value;
  const isCountNear = failures >= NEAR * quarantineFailures.value;
  if (!isShareNear && !isCountNear) return undefined;
  const isPassed =
    failures >= quarantineFailures.value || (share > quarantineShare.value && failures >= quarantineShareFrom.value);
  const { jobs } = context;
  const group = jobs.groupOf[row]!;
  const cycle = context.text('cycle')(row);
  const where = cycle === '' ? 'in this log' : 'in one cycle';
  return context.finding({
    id: 'failureShare',
    title: isPassed ? 'Enough failures for quarantine' : 'Failures come near the limits of quarantine',
    sentence: `In ${jobs.names[group]!}, ${formatCount(failures)} of ${formatCount(events)} events (${Math.round(100 * share)} %) failed ${where}. ${limits}`,
    certainty: isPassed && cycle !== '' ? 'likely' : 'possible',
    why: 'The documented limits are compared with what the log holds; the service counts by itself and tells its state in the admin center.',
    unseen:
      'The download may hold only part of the cycle. Which failures are unresolved references, which the service counts apart, is not told here.',
    query: [inJob(context, group), ...(cycle === '' ? ['cycle:""'] : [is('cycle', cycle)]), 'status:failure'].join(' '),
    documentation: quarantineShare.address,
  });
}

const limits = `A job is documented to be quarantined above ${100 * quarantineShare.value} % failures (looked at from ${formatCount(quarantineShareFrom.value)} failures on), at about ${formatCount(quarantineFailures.value)} failures, or ${formatCount(quarantineWithReferences.value)} with unresolved references.`;
