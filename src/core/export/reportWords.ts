import { turns } from '../codes/errorCode';
import type { Status } from '../model';
import { formatCount, formatCounted, formatTime } from '../text/formatValue';
import { formatDuration } from '../text/formatDuration';
import { statusTitle } from '../text/titles';
import type { Report } from './report';

/** A figure that a report begins with. */
export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  /** What makes the figure understood; `""` when nothing needs to be said. */
  readonly note: string;
  readonly status?: Status;
}

/** The figures that answer the first questions, in the order in which they are asked. */
export function keyFigures(report: Report): readonly KeyFigure[] {
  const { byStatus, failing, errors, jobs, durations } = report;
  const isFiltered = report.events !== report.allEvents;
  return [
    {
      label: 'Events',
      value: formatCount(report.events),
      note: isFiltered ? `of ${formatCount(report.allEvents)} in the log` : `in ${formatCounted(jobs.total, 'job')}`,
    },
    {
      label: 'Failures',
      value: formatCount(byStatus.failure),
      note: errors.total === 0 ? '' : formatCounted(errors.total, 'error code'),
      status: 'failure',
    },
    {
      label: 'Still failing',
      value: formatCount(failing.total),
      note: failing.total === 0 ? 'people and groups' : `${formatCount(failing.neverSucceeded)} never succeeded`,
      status: 'failure',
    },
    { label: 'Succeeded', value: formatCount(byStatus.success), note: '', status: 'success' },
    { label: 'Skipped', value: formatCount(byStatus.skipped), note: '', status: 'skipped' },
    {
      label: 'Median duration',
      value: durations.count === 0 ? '–' : formatDuration(durations.medianMs),
      note: durations.count === 0 ? 'not in the log' : `95 of 100 within ${formatDuration(durations.p95Ms)}`,
    },
  ];
}

/** From when to when, in UTC; a sentence for events without a time. */
export function spanText({ firstTimeMs, lastTimeMs }: Pick<Report, 'firstTimeMs' | 'lastTimeMs'>): string {
  if (firstTimeMs === undefined || lastTimeMs === undefined) return 'No event has a time.';
  return firstTimeMs === lastTimeMs
    ? formatTime(firstTimeMs)
    : `${formatTime(firstTimeMs)} to ${formatTime(lastTimeMs)}`;
}

/** What a reader must know before trusting the figures, one sentence each. */
export function cautions(report: Report): readonly string[] {
  return [
    ...(report.isRedacted
      ? ['Names, addresses, hosts and IDs are pseudonyms: the same one always stands for the same word.']
      : ['This report holds personal data of the people whose events it is about.']),
    ...report.notices,
    'A download holds what the filters of the admin center let through: no rate is worked out from it.',
  ];
}

/** Statuses that occur, in the order in which they are stacked. */
export function presentStatuses({ byStatus }: Report): readonly Status[] {
  const order: readonly Status[] = ['failure', 'warning', 'skipped', 'success', 'unknown'];
  return order.filter((status) => byStatus[status] > 0);
}

/** `1 failure, 3 successes`: only what occurs. */
export function statusCounts(counts: Readonly<Partial<Record<Status, number>>>): string {
  const order: readonly Status[] = ['failure', 'warning', 'skipped', 'success', 'unknown'];
  return order
    .filter((status) => (counts[status] ?? 0) > 0)
    .map((status) => `${statusTitle(status)} ${formatCount(counts[status] ?? 0)}`)
    .join(', ');
}

/** Whose turn it is, in words. */
export function turnTitle(id: string): string {
  return turns.find((turn) => turn.id === id)?.title ?? 'Not known';
}

/** A time in a table, `–` where there is none. */
export function timeCell(timeMs: number | undefined): string {
  return timeMs === undefined ? '–' : formatTime(timeMs);
}

/** What was left out of a list, as a sentence; `""` when nothing was. */
export function leftOut(shown: number, total: number, noun: string): string {
  return shown < total ? `${formatCount(total - shown)} more ${noun} are not listed.` : '';
}

/** `15 minutes`, `1 day`: how long a bar of the chart lasts. */
export function bucketWords(bucketMs: number): string {
  const units: readonly [number, string][] = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1_000, 'second'],
  ];
  const [length, noun] = units.find(([unit]) => bucketMs % unit === 0) ?? [1, 'millisecond'];
  return formatCounted(bucketMs / length, noun);
}
