import { codeCell, codeSpan, plainLabel } from '../text/escape';
import { formatCount, formatCounted, formatTime } from '../text/formatValue';
import { markdownTable } from '../text/markdownTable';
import { statusTitle } from '../text/titles';
import type { ReportExport } from './exportFormat';
import { findingsMarkdown } from './findingsMarkdown';
import type { Report } from './report';
import {
  bucketWords,
  cautions,
  keyFigures,
  leftOut,
  presentStatuses,
  spanText,
  statusCounts,
  timeCell,
  turnTitle,
} from './reportWords';

/** The report for a ticket, a mail or a wiki: Markdown with tables. */
export const markdownReport: ReportExport = {
  kind: 'report',
  id: 'markdown',
  title: 'Markdown report',
  detail: 'For a ticket or a wiki: figures, errors, who is still failing, jobs.',
  extension: 'md',
  write: (report) =>
    [
      head(report),
      figures(report),
      section('Findings', findingsMarkdown(report.findings)),
      section('Whose turn it is', turnTable(report)),
      section('Errors', errorTable(report)),
      section('Still failing', failingTable(report)),
      section('Jobs', jobTable(report)),
      section('Over time', timeTable(report)),
    ]
      .filter((part) => part !== '')
      .join('\n'),
};

function head(report: Report): string {
  const lines = [
    `# Provisioning log report`,
    '',
    `- Log: ${report.files.map((file) => codeSpan(file)).join(', ')}`,
    `- Events: ${formatCounted(report.events, 'event')}, ${spanText(report)}`,
    ...(report.query === '' ? [] : [`- Filter: ${codeSpan(report.query)}`]),
    `- Made: ${formatTime(report.madeAtMs)} with Provisioning Log Analyzer for Microsoft Entra ${plainLabel(report.version)}`,
    '',
    ...cautions(report).map((caution) => `> ${plainLabel(caution)}\n>`),
  ];
  return `${lines.join('\n').replace(/\n>$/, '')}\n`;
}

function figures(report: Report): string {
  return markdownTable(
    ['Figure', 'Count', ''],
    keyFigures(report).map(({ label, value, note }) => [label, value, note]),
  );
}

function section(title: string, content: string): string {
  return content === '' ? '' : `## ${title}\n\n${content}`;
}

function turnTable({ turns }: Report): string {
  if (turns.length === 0) return '';
  return markdownTable(
    ['Turn', 'Failures', 'What it means'],
    turns.map(({ title, failures, sentence }) => [title, formatCount(failures), sentence]),
  );
}

function errorTable({ errors: { errors, total } }: Report): string {
  if (errors.length === 0) return 'No event has an error.\n';
  const rows = errors.map(({ code, title, turn, count, objects, firstTimeMs, lastTimeMs }) => [
    code === '' ? 'no code' : codeCell(code),
    title ?? '',
    turnTitle(turn),
    formatCount(count),
    formatCount(objects),
    timeCell(firstTimeMs),
    timeCell(lastTimeMs),
  ]);
  const heads = ['Error code', 'Meaning', 'Whose turn', 'Events', 'People and groups', 'First seen', 'Last seen'];
  return markdownTable(heads, rows) + note(leftOut(errors.length, total, 'error codes'));
}

function failingTable({ failing: { objects, total } }: Report): string {
  if (total === 0) return 'Nobody: every person and group that failed has succeeded since, as far as the log shows.\n';
  const rows = objects.map(({ identity, job, code, failures, firstTimeMs, lastTimeMs }) => [
    codeCell(identity || 'no name'),
    codeCell(job),
    code === '' ? 'no code' : codeCell(code),
    formatCount(failures),
    timeCell(firstTimeMs),
    timeCell(lastTimeMs),
  ]);
  const heads = ['Person or group', 'Job', 'Last error', 'Failures', 'First failure', 'Last failure'];
  return markdownTable(heads, rows) + note(leftOut(objects.length, total, 'people and groups'));
}

function jobTable({ jobs: { groups, total } }: Report): string {
  if (groups.length === 0) return '';
  const rows = groups.map(({ job, key, events, objects, counts, firstTimeMs, lastTimeMs }) => [
    codeCell(job),
    codeCell(key),
    formatCount(events),
    formatCount(objects),
    statusCounts(sumOf(Object.values(counts))),
    timeCell(firstTimeMs),
    timeCell(lastTimeMs),
  ]);
  const heads = ['Job', 'Job ID', 'Events', 'People and groups', 'Outcome', 'First event', 'Last event'];
  return markdownTable(heads, rows) + note(leftOut(groups.length, total, 'jobs'));
}

/** The counts of all actions together. */
export function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const own of counts) for (const [status, count] of Object.entries(own)) sum[status] = (sum[status] ?? 0) + count;
  return sum;
}

function timeTable(report: Report): string {
  const { bucketCount, bucketMs, startMs, byStatus } = report.timeline;
  if (bucketCount === 0) return '';
  const present = presentStatuses(report);
  const rows = Array.from({ length: bucketCount }, (_, bucket) => [
    formatTime(startMs + bucket * bucketMs),
    ...present.map((status) => formatCount(byStatus[status][bucket] ?? 0)),
  ]).filter((row) => row.slice(1).some((count) => count !== '0'));
  return markdownTable([`From (${bucketWords(bucketMs)} each)`, ...present.map(statusTitle)], rows);
}

function note(sentence: string): string {
  return sentence === '' ? '' : `\n${sentence}\n`;
}
