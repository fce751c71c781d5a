import { htmlText } from '../text/escape';
import { formatCount, formatTime } from '../text/formatValue';
import { statusTitle } from '../text/titles';
import type { ReportExport } from './exportFormat';
import { findingsHtml } from './findingsHtml';
import { cell, note, section, table, withoutZone } from './htmlParts';
import { reportStyle } from './htmlStyle';
import { sumOf } from './markdownReport';
import type { Report } from './report';
import {
  bucketWords,
  cautions,
  keyFigures,
  leftOut,
  presentStatuses,
  spanText,
  timeCell,
  turnTitle,
} from './reportWords';
import { shareBar, timelineChart } from './svgCharts';

/** Nothing is loaded and nothing runs, whatever a log holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** The report as one page for a browser: no script, nothing that is loaded, charts drawn in place. */
export const htmlReport: ReportExport = {
  kind: 'report',
  id: 'html',
  title: 'HTML report',
  detail: 'One page with charts for a browser or a printer; it loads nothing and runs nothing.',
  extension: 'html',
  write: (report) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Provisioning log report</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${head(report)}
${figures(report)}
${timeSection(report)}
${section('Findings', findingsHtml(report.findings))}
${turnSection(report)}
${errorSection(report)}
${failingSection(report)}
${jobSection(report)}
<footer><p>Made ${htmlText(formatTime(report.madeAtMs))} with Provisioning Log Analyzer for Microsoft Entra ${htmlText(report.version)}. All times are UTC.</p></footer>
</main>
</body>
</html>
`,
};

function head(report: Report): string {
  const filter = report.query === '' ? '' : `<p>Filter: <code>${htmlText(report.query)}</code></p>`;
  return `<header>
<h1>Provisioning log report</h1>
<p class="quiet">${report.files.map((file) => `<code>${htmlText(file)}</code>`).join(', ')} · ${htmlText(spanText(report))}</p>
${filter}
<ul class="cautions">${cautions(report)
    .map((caution) => `<li>${htmlText(caution)}</li>`)
    .join('')}</ul>
</header>`;
}

function figures(report: Report): string {
  const cards = keyFigures(report).map(
    ({ label, value, note, status = '' }) =>
      `<div class="figure ${status}"><span>${label}</span><b>${value}</b><span>${note}</span></div>`,
  );
  return `<div class="figures">${cards.join('')}</div>`;
}

function timeSection(report: Report): string {
  const { timeline } = report;
  if (timeline.bucketCount === 0) return '';
  const present = presentStatuses(report);
  const each = bucketWords(timeline.bucketMs);
  const chart = timelineChart(
    timeline,
    present,
    `Events over time by status, a bar for ${each}; the table below has the same numbers.`,
  );
  const rows = Array.from({ length: timeline.bucketCount }, (_, bucket) => [
    cell(withoutZone(formatTime(timeline.startMs + bucket * timeline.bucketMs)), 'time'),
    ...present.map((status) => cell(formatCount(timeline.byStatus[status][bucket] ?? 0), 'number')),
  ]);
  const untimed = timeline.untimed === 0 ? '' : note(`${formatCount(timeline.untimed)} events have no time.`);
  const numbers = table([`From (UTC, ${each} each)`, ...present.map((status) => `#${statusTitle(status)}`)], rows);
  return section(
    'Events over time',
    `${legend(report)}${chart}${untimed}<details><summary>The same as a table</summary>${numbers}</details>`,
  );
}

function legend(report: Report): string {
  const items = presentStatuses(report).map(
    (status) => `<li><i class="${status}"></i>${statusTitle(status)} ${formatCount(report.byStatus[status])}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

function turnSection({ turns, byStatus }: Report): string {
  if (turns.length === 0) return '';
  const rows = turns.map(({ title, sentence, failures }) => [
    `<td>${title}<small>${sentence}</small></td>`,
    `<td class="share">${shareBar([{ status: 'failure', count: failures }], byStatus.failure)}</td>`,
    cell(formatCount(failures), 'number'),
  ]);
  return section('Whose turn it is', table(['Turn', 'Share of the failures', '#Failures'], rows));
}

function errorSection({ errors: { errors, total } }: Report): string {
  if (errors.length === 0) return section('Top errors', '<p class="quiet">No event has an error.</p>');
  const most = Math.max(...errors.map(({ count }) => count));
  const rows = errors.map(({ code, title, turn, count, objects, firstTimeMs, lastTimeMs }) => [
    `<td>${code === '' ? 'No code' : `<code>${htmlText(code)}</code>`}<small>${htmlText(title ?? 'Not in the catalogue')}</small></td>`,
    `<td>${turnTitle(turn)}</td>`,
    `<td class="share">${shareBar([{ status: 'failure', count }], most)}</td>`,
    cell(formatCount(count), 'number'),
    cell(formatCount(objects), 'number'),
    cell(withoutZone(timeCell(firstTimeMs)), 'time'),
    cell(withoutZone(timeCell(lastTimeMs)), 'time'),
  ]);
  const heads = ['Error', 'Whose turn', '', '#Events', '#People and groups', 'First seen (UTC)', 'Last seen (UTC)'];
  return section('Top errors', table(heads, rows) + note(leftOut(errors.length, total, 'error codes')));
}

function failingSection({ failing: { objects, total } }: Report): string {
  const title = 'Still failing';
  if (total === 0) {
    return section(title, '<p class="quiet">Nobody: whoever failed has succeeded since, as far as the log shows.</p>');
  }
  const rows = objects.map(({ identity, job, code, failures, firstTimeMs, lastTimeMs }) => [
    `<td>${htmlText(identity || 'No name')}<small>${htmlText(job)}</small></td>`,
    `<td>${code === '' ? 'No code' : `<code>${htmlText(code)}</code>`}</td>`,
    cell(formatCount(failures), 'number'),
    cell(withoutZone(timeCell(firstTimeMs)), 'time'),
    cell(withoutZone(timeCell(lastTimeMs)), 'time'),
  ]);
  const heads = ['Person or group', 'Last error', '#Failures', 'First failure (UTC)', 'Last failure (UTC)'];
  return section(title, table(heads, rows) + note(leftOut(objects.length, total, 'people and groups')));
}

function jobSection({ jobs: { groups, total } }: Report): string {
  if (groups.length === 0) return '';
  const rows = groups.map(({ job, key, events, objects, counts, firstTimeMs, lastTimeMs }) => {
    const sum = sumOf(Object.values(counts));
    const parts = (['failure', 'warning', 'skipped', 'success', 'unknown'] as const).map((status) => ({
      status,
      count: sum[status] ?? 0,
    }));
    return [
      `<td>${htmlText(job)}<small><code>${htmlText(key)}</code></small></td>`,
      `<td class="share">${shareBar(parts, events)}</td>`,
      cell(formatCount(events), 'number'),
      cell(formatCount(sum.failure ?? 0), 'number'),
      cell(formatCount(objects), 'number'),
      cell(withoutZone(timeCell(firstTimeMs)), 'time'),
      cell(withoutZone(timeCell(lastTimeMs)), 'time'),
    ];
  });
  const heads = [
    'Job',
    'Outcome',
    '#Events',
    '#Failures',
    '#People and groups',
    'First event (UTC)',
    'Last event (UTC)',
  ];
  return section('Jobs', table(heads, rows) + note(leftOut(groups.length, total, 'jobs')));
}
