import { formatDuration } from '../../text/formatDuration';
import { formatCounted, formatTime } from '../../text/formatValue';
import { documentedLimits } from '../documentedLimits';
import { during, inJob } from './evidence';
import { type Finding, type FindingKind, notKnown } from './finding';
import type { FindingContext } from './findingContext';

/** With fewer cycles there is no telling what is usual: our choice. */
const MIN_CYCLES = 4;

/** A gap is told from so many times the usual time between two cycles on: our choice, as the service documents none. */
const MIN_FACTOR = 3;

const { cycleIntervalMs } = documentedLimits;

interface Cycle {
  firstMs: number;
  lastMs: number;
}

/** Times in which a job seems to have stood still. */
export const cycleGaps: FindingKind = {
  id: 'cycleGap',
  title: 'Gaps between cycles',
  rank: 30,
  find(context) {
    const jobs = cyclesByJob(context);
    const known = [...jobs].filter(([, cycles]) => cycles.length >= MIN_CYCLES);
    if (known.length === 0) {
      return notKnown(`No job has ${MIN_CYCLES} cycles with times in this log: too few to tell what is usual.`);
    }
    return { findings: known.flatMap(([group, cycles]) => longestGap(context, group, cycles) ?? []) };
  },
};

function cyclesByJob({ jobs, rowCount, timeOf, text }: FindingContext): Map<number, Cycle[]> {
  const cycleOf = text('cycle');
  const found = new Map<number, Map<string, Cycle>>();
  for (let row = 0; row < rowCount; row++) {
    const id = cycleOf(row);
    const time = timeOf(row);
    if (id === '' || time === -Infinity) continue;
    const group = jobs.groupOf[row]!;
    const cycles = found.get(group) ?? new Map<string, Cycle>();
    found.set(group, cycles);
    const cycle = cycles.get(id) ?? { firstMs: time, lastMs: time };
    cycle.firstMs = Math.min(cycle.firstMs, time);
    cycle.lastMs = Math.max(cycle.lastMs, time);
    cycles.set(id, cycle);
  }
  const inOrder = (cycles: Map<string, Cycle>) => [...cycles.values()].sort((a, b) => a.firstMs - b.firstMs);
  return new Map([...found].map(([group, cycles]) => [group, inOrder(cycles)]));
}

function longestGap(context: FindingContext, group: number, cycles: readonly Cycle[]): Finding | undefined {
  const gaps: { ms: number; fromMs: number; toMs: number }[] = [];
  let endMs = cycles[0]!.lastMs;
  for (const { firstMs, lastMs } of cycles.slice(1)) {
    gaps.push({ ms: firstMs - endMs, fromMs: endMs, toMs: firstMs });
    endMs = Math.max(endMs, lastMs);
  }
  gaps.sort((a, b) => a.ms - b.ms);
  const usualMs = Math.max(gaps[Math.floor((gaps.length - 1) / 2)]!.ms, cycleIntervalMs.value);
  const long = gaps.filter(({ ms }) => ms > MIN_FACTOR * usualMs);
  const longest = long.at(-1);
  if (!longest) return undefined;
  const more =
    long.length > 1 ? ` Besides, the log has ${formatCounted(long.length - 1, 'more gap')} of this kind.` : '';
  return context.finding({
    id: 'cycleGap',
    title: `No cycle for ${formatDuration(longest.ms)}`,
    sentence: `${context.jobs.names[group]!} has no event between ${formatTime(longest.fromMs)} and ${formatTime(longest.toMs)}, while ${formatDuration(usualMs)} between two cycles are usual (documented: about ${formatDuration(cycleIntervalMs.value)}).${more}`,
    certainty: 'possible',
    why: 'A cycle without changes leaves no event, so the job may have had nothing to do; or it was stopped or in quarantine.',
    unseen:
      'The state of the job, and what the filters of the download held back. The download may hold only part of the cycles.',
    query: `${inJob(context, group)} ${during(longest.fromMs, longest.toMs)}`,
    documentation: cycleIntervalMs.address,
  });
}
