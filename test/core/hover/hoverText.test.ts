import * as assert from 'node:assert/strict';
import { readCustomErrorCodes } from '../../../src/core/codes/customErrorCodes';
import { documentation } from '../../../src/core/codes/documentation';
import { errorCodes } from '../../../src/core/codes/errorCodes';
import { indexCodes, shippedCodes } from '../../../src/core/codes/lookUpCode';
import { skipReasons } from '../../../src/core/codes/skipReasons';
import { stepNameMeanings } from '../../../src/core/explain/meanings';
import { noFacts, type HoverFacts } from '../../../src/core/hover/hoverFacts';
import type { HoverContext, HoverTarget } from '../../../src/core/hover/hoverTopic';
import { hoverTopics } from '../../../src/core/hover/hoverTopics';
import { actions, statuses, stepTypes } from '../../../src/core/model';
import { hoverText, MAX_HOVER_LINES } from '../../../src/core/text/hoverText';
import { matchGolden } from '../../support/golden';

const facts: HoverFacts = {
  use: (_column, value) =>
    Promise.resolve(
      value === 'never'
        ? { count: 0 }
        : { count: 1_204, firstTimeMs: Date.UTC(2026, 2, 1, 6, 30), lastTimeMs: Date.UTC(2026, 2, 3, 18, 45, 12) },
    ),
  owners: (id) =>
    Promise.resolve(
      id.startsWith('0')
        ? []
        : [
            { kind: 'sourceObject', name: 'Zoë `Q` Ångström', events: 12 },
            { kind: 'cycle', name: '', events: 1 },
          ],
    ),
};

const context: HoverContext = {
  codes: shippedCodes,
  facts,
  nowMs: Date.UTC(2026, 2, 4, 18, 45, 12),
  commandLink: ({ command, column, value }) =>
    `command:${command}?${encodeURIComponent(JSON.stringify([column, value]))}`,
  localTime: () => '2026-03-03 19:45:12 CET',
};

const anyReason =
  'StatusCode: Conflict\r\nMessage: See [this](command:x)\r\nWeb Response: {"status":"409","scimType":"uniqueness","detail":"<b>Taken</b>"}. This operation was retried 2 times. It will be retried again after this date: 2026-03-05T18:45:12.0000000Z UTC';

/** One hover each: file name, where the pointer stands, and the value there. */
const hovers: readonly [string, string, string][] = [
  ['code', 'provisioningStatusInfo.errorInformation.errorCode', 'BoxEntryConflict'],
  ['code-cross-tenant', 'errorCode', 'AzureDirectoryB2BManagementPolicyCheckFailure'],
  ['code-observed', 'errorCode', 'SystemForCrossDomainIdentityManagementBadRequest'],
  ['code-unknown', 'errorCode', 'SlackForbiddenByPolicy'],
  ['code-hostile', 'errorCode', '[x](command:y) `` $(sync~spin) <img src=x> \u202e'],
  ['code-in-plain-text', '', 'TooManyRequests'],
  ['skip-in-sync', 'provisioningSteps.2.details.SkipReason', 'RedundantExport'],
  ['skip-unknown', 'provisioningSteps.2.details.SkipReason', 'SomethingNew'],
  ['skip-as-code', 'details.errorCode', 'NotEffectivelyEntitled'],
  ['reason', 'errorInformation.reason', anyReason],
  ['reason-mark', 'errorInformation.reason', 'AtrErr: problem 1005 (CONSTRAINT_ATT_TYPE)'],
  ['step-name', 'provisioningSteps.0.name', 'EntryImportByJoiningProperty'],
  ['step-type', 'provisioningSteps.0.provisioningStepType', '4'],
  ['step-status', 'provisioningSteps.0.status', 'success'],
  ['status', 'provisioningStatusInfo.status', 'Skipped'],
  ['action', 'provisioningAction', 'disable'],
  ['action-staged', 'provisioningAction', 'StagedDelete'],
  ['job', 'jobId', 'BoxOutDelta.4b8c18bd2f9f4c0c8e8d3e5c06cf9c32.4ba261ce-0000-4000-8000-000000000000'],
  ['change', 'changeId', 'eaad2f8b-e6e3-409b-83bd-e4e2e57177d5'],
  ['cycle-in-csv', 'Cycle ID', 'never'],
  ['guid', 'sourceIdentity.id', 'eaad2f8b-e6e3-409b-83bd-e4e2e57177d5'],
  ['guid-by-place', 'targetSystem.details.ApplicationId', '00000000-0000-4000-8000-000000000000'],
  ['guid-of-system', 'targetSystem.id', '00000000-0000-4000-8000-000000000001'],
  ['time', 'activityDateTime', '2026-03-03T18:45:12.1234567Z'],
  ['time-without-zone', 'provisioningSteps.0.details.NextAttempt', '3/24/2026 7:17:42 AM'],
  ['duration', 'durationInMilliseconds', '91009'],
];

describe('hoverText', () => {
  for (const [name, path, value] of hovers) {
    it(`says on ${path || 'plain text'} what the golden file ${name} holds`, async () => {
      const lines = await hoverText(targetAt(path, value), context);
      assert.ok(lines.length > 0);
      matchGolden(`hover/${name}.md`, `${lines.join('\n\n')}\n`);
    });
  }

  it('shows every topic in a golden file', () => {
    const shown = new Set(
      hovers.map(([, path, value]) => hoverTopics.find((topic) => topic.appliesTo(targetAt(path, value), context))?.id),
    );
    assert.deepEqual(
      hoverTopics.filter(({ id }) => !shown.has(id)),
      [],
    );
  });

  it('stays within twelve lines, links at the end, for everything the catalogue holds', async () => {
    const targets = [
      ...errorCodes.flatMap(({ codes }) => codes.map((code) => targetAt('errorCode', code))),
      ...skipReasons.flatMap(({ codes }) => codes.map((code) => targetAt('SkipReason', code))),
    ];
    for (const target of targets) {
      const lines = await hoverText(target, context);
      assert.ok(lines.length <= MAX_HOVER_LINES, `${target.value}: ${lines.length}`);
      assert.match(lines.at(-1) ?? '', /^\[Documentation\]\(https:\/\/\S+\) · \[Show events\]\(command:[^()\s]+\)$/);
      assert.match(lines.join('\n'), /\*\*Whose turn: /);
    }
  });

  it('has words for every status, action, step type and step name', async () => {
    for (const [path, values] of [
      ['status', statuses.filter((status) => status !== 'unknown')],
      ['action', actions.filter((action) => action !== 'unknown')],
      ['provisioningSteps.0.type', stepTypes.filter((type) => type !== 'unknown')],
      ['provisioningSteps.0.name', stepNameMeanings.map(({ name }) => name)],
    ] as const) {
      for (const value of values) assert.ok((await hoverText(targetAt(path, value), context)).length > 0, value);
    }
  });

  const silent: readonly [string, string][] = [
    ['', 'Hello'],
    ['errorCode', ' '],
    ['displayName', 'EntryConflict'],
    ['modifiedProperties.0.newValue', 'success'],
    ['sourceSystem.name', 'EntryImport'],
    ['status', 'whatever'],
    ['reason', 'Nothing that has parts.'],
    ['sourceIdentity.id', '00000000-0000-0000-0000-000000000000'],
    ['durationMs', 'long'],
    ['activityDateTime', 'yesterday'],
    ['displayName', '2026'],
  ];
  for (const [path, value] of silent) {
    it(`says nothing on ${path || 'plain text'} with ${JSON.stringify(value)}`, async () => {
      assert.deepEqual(await hoverText(targetAt(path, value), context), []);
    });
  }

  it('does not say that a code is not in the log where the event that has it is broken', async () => {
    const broken = (value: string) => hoverText({ ...targetAt('errorCode', value), isBroken: true }, context);
    const never = await broken('never');
    assert.ok(never.includes('In no event of this log that can be read.') && !never.includes('Not in this log.'));
    assert.deepEqual(
      await broken('BoxEntryConflict'),
      await hoverText(targetAt('errorCode', 'BoxEntryConflict'), context),
    );
  });

  it('counts nothing and links to no events without an open log', async () => {
    const lines = await hoverText(targetAt('errorCode', 'EntryConflict'), { ...context, facts: noFacts });
    assert.doesNotMatch(lines.join('\n'), /In this log|Show events/);
  });

  it('drops links that are not on the list', async () => {
    const addresses = [
      'command:workbench.action.quit',
      'https://evil.example/',
      'command:provisioningLog.showEventsNot?x',
    ];
    for (const address of addresses) {
      const lines = await hoverText(targetAt('errorCode', 'EntryConflict'), { ...context, commandLink: () => address });
      assert.doesNotMatch(lines.join('\n'), /Show events/);
    }
  });

  it('lets no log text out of its code span', async () => {
    const hostile =
      '`x` [l](https://evil.example/) ![i](https://evil.example/i) <img src=x> www.evil.example ``` **b**';
    const paths = ['errorCode', 'SkipReason', 'jobId', 'changeId', 'cycleId'];
    const hoversOf = await Promise.all(paths.map((path) => hoverText(targetAt(path, hostile), context)));
    const reason = await hoverText(targetAt('reason', `StatusCode: ${hostile}\r\nMessage: ${hostile}`), context);
    for (const lines of [...hoversOf, reason]) {
      assert.doesNotMatch(withoutSpans(lines.join('\n\n')), /evil|<img|\*\*b|`/);
    }
  });

  it('shows the user’s own entries as data, with their https link', async () => {
    const { entries } = readCustomErrorCodes([
      {
        code: 'ContosoPayrollLocked',
        title: '**Payroll** [run](command:x)',
        cause: 'See https://evil.example/',
        steps: ['<b>Wait</b>', 'two', 'three', 'four', 'five'],
        documentation: 'https://wiki.contoso.example/payroll?x=1',
      },
    ]);
    const codes = indexCodes([...entries, ...errorCodes]);
    const lines = await hoverText(targetAt('errorCode', 'ContosoPayrollLocked'), { ...context, codes });
    const text = lines.join('\n\n');
    assert.ok(lines.length <= MAX_HOVER_LINES);
    assert.doesNotMatch(withoutSpans(text), /evil|command|<b>|Payroll/);
    assert.match(text, /\[Documentation\]\(https:\/\/wiki\.contoso\.example\/payroll\?x=1\)/);
    assert.match(text, /entry of your own/);
  });

  it('cuts long values', async () => {
    const lines = await hoverText(targetAt('errorCode', '😀'.repeat(5_000)), { ...context, facts: noFacts });
    assert.ok(lines.join('').length < 1_000);
    assert.ok(lines[0]?.includes('😀…'));
  });

  it('leads to pages of Microsoft only', () => {
    for (const address of Object.values(documentation)) assert.match(address, /^https:\/\/learn\.microsoft\.com\//);
  });
});

/** A target as the editor finds it: names and positions joined by dots; `""` is plain text. */
function targetAt(path: string, value: string): HoverTarget {
  const parts = path === '' ? [] : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const last = parts.at(-1);
  return { path: parts, key: typeof last === 'string' ? last : '', value };
}

/**
 * Markdown without its code spans, which end at a run of as many backticks as they began with, and without the
 * addresses of command links, whose arguments may quote log text.
 */
function withoutSpans(markdown: string): string {
  return markdown.replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '').replace(/\]\(command:[^)]*\)/g, ']');
}
