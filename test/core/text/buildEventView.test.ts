import * as assert from 'node:assert/strict';
import type { CodeLookUp } from '../../../src/core/codes/lookUpCode';
import { shippedCodes } from '../../../src/core/codes/lookUpCode';
import { buildEventView } from '../../../src/core/text/buildEventView';
import { eventSentence } from '../../../src/core/text/sentence';
import { eventWith, eventWithoutError } from '../../support/eventFixture';

const [anyKnown] = shippedCodes.exact.values();

describe('buildEventView', () => {
  it('carries the event, its sentence, and the record pretty', () => {
    const event = eventWith({ raw: '{"a":[1.0,{}]}', rawIsCut: true });
    const view = buildEventView(event, 7, 3);
    assert.equal(view.row, 7);
    assert.equal(view.key, 'event-1');
    assert.equal(view.sentence, eventSentence(event));
    assert.equal(view.status, 'failure');
    assert.equal(view.action, 'create');
    assert.equal(view.raw, '{\n  "a": [\n    1.0,\n    {}\n  ]\n}');
    assert.equal(view.rawIsCut, true);
    assert.equal(view.troubleshooting.count, 3);
  });

  it('shows a record as it is when its nesting would make it grow without end', () => {
    const raw = '['.repeat(120_000);
    assert.ok(buildEventView(eventWith({ raw }), 0, 0).raw === raw);
  });

  it('gives the words of the catalogue on a known code, beside those of the log', () => {
    assert.ok(anyKnown);
    const { troubleshooting } = buildEventView(eventWith(), 0, 1, () => anyKnown);
    assert.equal(troubleshooting.code, 'SalesforceLicenseLimitExceeded');
    assert.equal(troubleshooting.known?.title, anyKnown.entry.title);
    assert.deepEqual(troubleshooting.known.steps, anyKnown.entry.steps);
    assert.equal(troubleshooting.known.retry, anyKnown.entry.retry.text);
    assert.equal(troubleshooting.notice, '');
    assert.equal(troubleshooting.reason, 'No licence is left.');
    assert.equal(troubleshooting.category, 'failure');
  });

  it('says of an unknown code that it is unknown, and what its spelling tells', () => {
    const http = { number: 409, name: 'Conflict', meaning: 'It exists already.' };
    const unknown: CodeLookUp = { isKnown: false, connector: 'Box', http };
    const { troubleshooting } = buildEventView(eventWith(), 0, 1, () => unknown);
    assert.equal(troubleshooting.known, undefined);
    assert.equal(
      troubleshooting.notice,
      'The catalogue does not know this code. By its beginning it comes from the connector Box. It names the HTTP status 409: It exists already. Below are the words of the log.',
    );
  });

  it('explains a skip by its reason', () => {
    const details = [{ name: 'SkipReason', value: 'RedundantExport' }];
    const steps = [
      { name: 'EntrySynchronizationSkip', type: 'export', status: 'skipped', description: '', details },
    ] as const;
    const { troubleshooting, skip } = buildEventView(eventWithoutError({ status: 'skipped', steps }), 0, 0);
    assert.equal(troubleshooting.code, '');
    assert.equal(troubleshooting.known?.title, 'Nothing to change');
    assert.equal(skip?.closed, 'changeNeeded');
    assert.notEqual(skip.sentence, '');
  });

  const notices = [
    ['success', /succeeded, and the log gives no error code/],
    ['failure', /gives this event neither an error code nor steps/],
    ['warning', /gives this event neither an error code nor steps/],
    ['unknown', /neither how the event ended/],
  ] as const;
  for (const [status, notice] of notices) {
    it(`never leaves the tab empty: ${status} without a code`, () => {
      const { troubleshooting } = buildEventView(eventWithoutError({ status }), 0, 0);
      assert.match(troubleshooting.notice, notice);
      assert.equal(troubleshooting.known, undefined);
    });
  }

  it('leads from a failure without a code to its steps', () => {
    const steps = [{ name: 'Export', type: 'export', status: 'failure', description: '', details: [] }] as const;
    const { troubleshooting } = buildEventView(eventWithoutError({ status: 'failure', steps }), 0, 0);
    assert.match(troubleshooting.notice, /no error code\. The steps say where it stopped\./);
  });

  it('sums up what happened, the object on both sides, the application and the IDs; absent texts are null', () => {
    const { summary } = buildEventView(eventWith({ cycleId: '' }), 0, 0);
    assert.deepEqual(
      summary.map(({ title }) => title),
      ['What happened', 'In the source', 'In the target', 'Application', 'IDs'],
    );
    assert.deepEqual(
      summary.map(({ side }) => side),
      [undefined, 'source', 'target', undefined, undefined],
    );
    const value = (title: string, name: string): string | null | undefined =>
      summary.find((group) => group.title === title)?.rows.find((row) => row.name === name)?.value;
    assert.equal(value('What happened', 'Action'), 'Create');
    assert.equal(value('What happened', 'Time'), '2026-01-02 03:04:05 UTC');
    assert.equal(value('What happened', 'Duration'), '4.2 s');
    assert.equal(value('What happened', 'Initiated by'), 'Azure AD Provisioning Service (system)');
    assert.equal(value('What happened', 'Skip reason'), undefined);
    assert.equal(value('In the source', 'Name'), 'Anna Müller');
    assert.equal(value('In the source', 'System'), 'Microsoft Entra ID');
    assert.equal(value('In the target', 'ID'), null);
    assert.equal(value('In the target', 'System'), 'Salesforce');
    assert.equal(value('In the target', 'ApplicationId'), 'app');
    assert.equal(value('Application', 'Service principal'), 'Salesforce HR');
    assert.equal(value('IDs', 'Change ID'), 'change-1');
    assert.equal(value('IDs', 'Cycle ID'), null);
  });
});
