import { codeCell, codeSpan } from '../../text/escape';
import { formatDuration } from '../../text/formatDuration';
import { formatCount, formatCounted, formatTime } from '../../text/formatValue';
import { markdownTable } from '../../text/markdownTable';
import { statusTitle } from '../../text/titles';
import { statuses } from '../../model';
import type { LogComparison } from './compareLogs';
import type { DigestError, LogDigest } from './logDigest';

/** Longer lists are cut, and say so. */
const MAX_LISTED = 100;

/** A comparison as Markdown: what a person reads and sends on. Names are those of the logs' files. */
export function comparisonText(comparison: LogComparison, names: { before: string; after: string }): string {
  const { before, after, cautions } = comparison;
  const parts = [
    '# Two provisioning logs compared',
    [
      `- Before: ${codeSpan(names.before)}, ${spanText(before)}`,
      `- After: ${codeSpan(names.after)}, ${spanText(after)}`,
    ].join('\n'),
    cautions.map((caution) => `> ${caution}`).join('\n>\n'),
    '## Events',
    table(
      ['Status', 'Before', 'After', 'Change'],
      [
        ['All', formatCount(before.events), formatCount(after.events), change(before.events, after.events)],
        ...statuses
          .filter((status) => before.byStatus[status] + after.byStatus[status] > 0)
          .map((status) => {
            const [was, is] = [before.byStatus[status], after.byStatus[status]];
            return [statusTitle(status), formatCount(was), formatCount(is), change(was, is)];
          }),
      ],
    ),
    ...errorParts('New errors', 'No error is new.', comparison.newErrors),
    ...errorParts('Resolved errors', 'No error is gone.', comparison.resolvedErrors),
    ...continuingParts(comparison),
    ...jobParts(comparison),
    ...attributeParts('Attributes that came', comparison.newAttributes),
    ...attributeParts('Attributes that went', comparison.goneAttributes),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function spanText({ events, firstTimeMs, lastTimeMs }: LogDigest): string {
  if (firstTimeMs === undefined || lastTimeMs === undefined) return `${formatCounted(events, 'event')}, no times`;
  return `${formatCounted(events, 'event')} from ${formatTime(firstTimeMs)} to ${formatTime(lastTimeMs)}`;
}

function errorParts(title: string, none: string, errors: readonly DigestError[]): string[] {
  if (errors.length === 0) return [`## ${title}`, none];
  return [
    `## ${title}`,
    table(
      ['Error', 'Failures', 'People and groups'],
      errors
        .slice(0, MAX_LISTED)
        .map((error) => [errorCell(error), formatCount(error.failures), formatCount(error.objects)]),
    ),
    leftOut(errors.length),
  ];
}

function continuingParts({ continuingErrors }: LogComparison): string[] {
  if (continuingErrors.length === 0) return ['## Continuing errors', 'No error is in both logs.'];
  const rows = continuingErrors
    .slice(0, MAX_LISTED)
    .map(({ before, after }) => [
      errorCell(after),
      formatCount(before.failures),
      formatCount(after.failures),
      change(before.failures, after.failures),
      change(before.objects, after.objects),
    ]);
  return [
    '## Continuing errors',
    table(['Error', 'Before', 'After', 'Change', 'Change in people and groups'], rows),
    leftOut(continuingErrors.length),
  ];
}

function jobParts({ jobs }: LogComparison): string[] {
  const rows = jobs
    .slice(0, MAX_LISTED)
    .map(({ name, before, after }) => [
      codeCell(name),
      formatCount(before?.events ?? 0),
      formatCount(after?.events ?? 0),
      change(before?.events ?? 0, after?.events ?? 0),
      `${formatCount(before?.failures ?? 0)} → ${formatCount(after?.failures ?? 0)}`,
      `${durationText(before?.medianMs)} → ${durationText(after?.medianMs)}`,
      `${durationText(before?.p95Ms)} → ${durationText(after?.p95Ms)}`,
    ]);
  return [
    '## Jobs',
    table(['Job', 'Before', 'After', 'Change', 'Failures', 'Median duration', '95th percentile'], rows),
    leftOut(jobs.length),
  ];
}

function attributeParts(title: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    `## ${title}`,
    names
      .slice(0, MAX_LISTED)
      .map((name) => `- ${codeSpan(name)}`)
      .join('\n'),
    leftOut(names.length),
  ];
}

function errorCell({ code, cluster }: DigestError): string {
  if (code !== '') return codeCell(code);
  return cluster === '' ? 'No code and no reason' : `No code: ${codeCell(cluster, 200)}`;
}

function durationText(durationMs: number | undefined): string {
  return durationMs === undefined ? 'not told' : formatDuration(durationMs);
}

function change(before: number, after: number): string {
  if (before === after) return '0';
  const sign = after > before ? '+' : '−';
  return `${sign}${formatCount(Math.abs(after - before))}`;
}

function leftOut(count: number): string {
  return count > MAX_LISTED ? `${formatCount(count - MAX_LISTED)} more are not listed.` : '';
}

/** Parts are joined by empty lines. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(heads, rows).trimEnd();
}
