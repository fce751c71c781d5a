import * as assert from 'node:assert/strict';
import { findFindings } from '../../../src/core/analysis/findings/findFindings';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { htmlReport } from '../../../src/core/export/htmlReport';
import { markdownReport } from '../../../src/core/export/markdownReport';
import { redactReport } from '../../../src/core/export/redactReport';
import { makeReport, type Report, type ReportOrigin } from '../../../src/core/export/report';
import { faultNotice } from '../../../src/core/archive/sentences';
import { IdentityWords } from '../../../src/core/redact/identityWords';
import { Pseudonyms } from '../../../src/core/redact/pseudonyms';
import { Redactor } from '../../../src/core/redact/redactor';
import { buildLog } from '../../support/buildLog';
import { matchGolden } from '../../support/golden';
import { indexLog } from '../../support/indexLog';

const origin: ReportOrigin = {
  files: ['ProvisioningLog.json'],
  query: '',
  madeAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
  version: '1.2.3',
  notices: ['The file ends in the middle.'],
  isRedacted: false,
};

const drawing = `
  job Box: create:ok@anna FAIL(BoxEntryConflict)@{Zoë Müller}#c1 | FAIL(BoxEntryConflict)@{Zoë Müller} skip warn@ben
  job Workday: delete:FAIL(NobodyKnowsThis)@anna FAIL@carl ok@carl
`;

async function reportOn(text: string, query = '', more: Partial<ReportOrigin> = {}): Promise<Report> {
  const { index } = await indexLog([text]);
  const analysis = new LogAnalysis(index);
  const result = analysis.run(query);
  if ('fault' in result) throw new Error(result.fault.message);
  const findings = await findFindings(analysis, () => Promise.resolve([]));
  return makeReport(analysis, result.found, findings, { ...origin, query, ...more });
}

describe('reports', () => {
  it('count what was found, and say who is still failing', async () => {
    const report = await reportOn(buildLog(drawing).text);
    assert.equal(report.events, 8);
    assert.deepEqual(report.byStatus, { success: 2, failure: 4, skipped: 1, warning: 1, unknown: 0 });
    assert.deepEqual(
      report.failing.objects.map(({ identity, job, code, failures }) => [identity, job, code, failures]),
      [
        ['Zoë Müller', 'Box', 'BoxEntryConflict', 2],
        ['anna', 'Workday', 'NobodyKnowsThis', 1],
      ],
    );
    assert.equal(report.failing.neverSucceeded, 2);
    assert.equal(
      report.turns.reduce((sum, { failures }) => sum + failures, 0),
      4,
    );
    const some = await reportOn(buildLog(drawing).text, 'job:Workday');
    assert.equal(some.events, 3);
    assert.equal(some.failing.total, 1);
    assert.equal(some.firstTimeMs, Date.UTC(2026, 0, 1, 0, 5));
  });

  it('name no file with pseudonyms, in notices neither', async () => {
    const cut = 'ConvertTo-Json has cut this file: use “Prettify Provisioning Log”.';
    const notices = [faultNotice('Contoso.zip › Anna “A” Kim.json', 'archiveCut'), cut];
    const report = await reportOn(buildLog(drawing).text, '', { files: ['Contoso.zip'], notices });
    const redactor = new Redactor(new Pseudonyms(new TextEncoder().encode('secret')), new IdentityWords().set);
    const redacted = redactReport(report, redactor, () => []);
    assert.deepEqual(redacted.files, ['log 1']);
    assert.match(redacted.notices[0]!, /^“\(a name, left out\)” is cut off/);
    assert.equal(redacted.notices[1], cut);
    for (const format of [markdownReport, htmlReport]) assert.doesNotMatch(format.write(redacted), /Contoso|Anna|Kim/);
  });

  it('read well in Markdown and in HTML', async () => {
    const report = await reportOn(buildLog(drawing).text, 'job:*');
    matchGolden('reports/report.expected.md', markdownReport.write(report));
    matchGolden('reports/report.expected.html', htmlReport.write(report));
  });

  it('say so when there is nothing to say', async () => {
    for (const query of ['identity:nobody', 'status:success']) {
      const report = await reportOn(buildLog(drawing).text, query);
      assert.match(markdownReport.write(report), /Nobody: every person/);
      assert.match(htmlReport.write(report), /No event has an error/);
    }
  });

  it('are not taken over by what a log holds', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '| a | b |',
      '`code` [link](https://evil.example)',
      '</code></td>',
      '![](https://evil.example/x.png)',
      '\n# Heading',
      '\u202egnp.exe',
    ];
    const [record] = JSON.parse(buildLog('job Box: FAIL(Code)@anna').text) as [Record<string, object>];
    const records = hostile.map((text, index) => ({
      ...record,
      id: `id ${index}`,
      jobId: `${text}.x`,
      servicePrincipal: { id: 'x', displayName: text },
      sourceIdentity: { id: `s${index}`, displayName: text, identityType: 'User' },
      provisioningStatusInfo: { status: 'failure', errorInformation: { errorCode: text, reason: text } },
    }));
    const report = await reportOn(JSON.stringify(records), '', { files: hostile, notices: [] });
    const html = htmlReport.write(report);
    const tags = new Set((html.match(/<[a-z!/][^\s>]*/gi) ?? []).map((tag) => tag.replace('</', '<').toLowerCase()));
    const known = [
      '!doctype',
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'main',
      'header',
      'h1',
      'h2',
      'h3',
      'p',
      'code',
      'ul',
      'ol',
      'li',
      'div',
      'span',
      'b',
      'i',
      'section',
      'svg',
      'line',
      'text',
      'g',
      'rect',
      'details',
      'summary',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'small',
      'footer',
    ];
    assert.deepEqual(
      [...tags].filter((tag) => !known.includes(tag.slice(1))),
      [],
    );
    assert.doesNotMatch(html, /<[^>]*\son\w+=/i);
    assert.doesNotMatch(html, /<[^>]*\s(?:src|href)=/i);
    assert.doesNotMatch(html, /\u202e/);
    const markdown = markdownReport.write(report);
    for (const line of markdown.split('\n')) {
      const outside = line.replace(/\\\|/g, '').replace(/(`+) ?.*? ?\1(?!`)/g, '');
      assert.doesNotMatch(outside, /evil|<script|<img|U\+202E|Heading/, line);
    }
    assert.doesNotMatch(markdown, /\u202e/);
  });
});
