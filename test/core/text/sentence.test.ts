import * as assert from 'node:assert/strict';
import { actions, type ProvisioningEvent, type Step, statuses } from '../../../src/core/model';
import { eventSentence, systemName, typeName } from '../../../src/core/text/sentence';
import { eventWith, eventWithoutError } from '../../support/eventFixture';

const wrote: Step = { name: 'EntryExportAdd', type: 'export', status: 'success', description: '', details: [] };

function skippedFor(reason: string): Step {
  return {
    ...wrote,
    name: 'EntrySynchronizationSkip',
    status: 'skipped',
    details: [{ name: 'SkipReason', value: reason }],
  };
}

describe('eventSentence', () => {
  const cases: readonly [ProvisioningEvent, string][] = [
    [
      eventWith(),
      'Anna Müller (User) was not created in Salesforce on 2026-01-02 03:04:05 UTC: SalesforceLicenseLimitExceeded.',
    ],
    [
      eventWithoutError({ status: 'success', steps: [wrote] }),
      'Anna Müller (User) was created in Salesforce on 2026-01-02 03:04:05 UTC.',
    ],
    [
      eventWithoutError({
        status: 'success',
        action: 'update',
        steps: [{ ...wrote, name: 'EntryImport', type: 'import' }],
      }),
      'Anna Müller (User) was to be updated in Salesforce on 2026-01-02 03:04:05 UTC: the event succeeded, but no step wrote to the target.',
    ],
    [
      eventWithoutError({ status: 'success', action: 'delete' }),
      'Anna Müller (User) was deleted from Salesforce on 2026-01-02 03:04:05 UTC.',
    ],
    [
      eventWithoutError({ status: 'skipped', action: 'disable', steps: [skippedFor('NotEffectivelyEntitled')] }),
      'Anna Müller (User) was skipped and not disabled in Salesforce on 2026-01-02 03:04:05 UTC: NotEffectivelyEntitled (not in scope).',
    ],
    [
      eventWithoutError({ status: 'skipped', action: 'update', steps: [skippedFor('Brand$(new)')] }),
      'Anna Müller (User) was skipped and not updated in Salesforce on 2026-01-02 03:04:05 UTC: Brand$ (new).',
    ],
    [
      eventWithoutError({ status: 'skipped', action: 'stageddelete' }),
      'Anna Müller (User) was skipped and not deleted from Salesforce on 2026-01-02 03:04:05 UTC: accidental deletion prevention holds it back.',
    ],
    [
      eventWithoutError({
        status: 'skipped',
        action: 'create',
        steps: [
          {
            ...wrote,
            type: 'scoping',
            name: 'EntrySynchronizationScoping',
            details: [{ name: 'Assigned', value: 'False' }],
          },
        ],
      }),
      'Anna Müller (User) was skipped and not created in Salesforce on 2026-01-02 03:04:05 UTC: it is not assigned.',
    ],
    [
      eventWithoutError({ action: 'other' }),
      'Anna Müller (User) was not processed for Salesforce on 2026-01-02 03:04:05 UTC: the log gives no reason.',
    ],
    [
      eventWith({
        status: 'warning',
        error: { code: '', reason: '\r\nLate, but done.\r\nMore', details: '', category: '', recommendedAction: '' },
      }),
      'Anna Müller (User) was created in Salesforce on 2026-01-02 03:04:05 UTC with a warning: Late, but done.',
    ],
    [
      eventWithoutError({ status: 'unknown' }),
      'Anna Müller (User) was to be created in Salesforce on 2026-01-02 03:04:05 UTC; the log does not say with what result.',
    ],
    [
      eventWithoutError({
        status: 'success',
        steps: [wrote],
        identity: '',
        time: '',
        target: { id: '', displayName: '', details: [] },
        jobName: '',
        sourceIdentity: { id: '', displayName: '', type: '', details: [] },
      }),
      'An object without a name was created at a time that the log does not give.',
    ],
    [
      eventWithoutError({
        status: 'success',
        steps: [wrote],
        identity: 'a\u202eb\nc',
        target: { id: '', displayName: 'customappsso', details: [] },
      }),
      'aU+202Eb↵c (User) was created in Salesforce HR on 2026-01-02 03:04:05 UTC.',
    ],
  ];
  for (const [event, sentence] of cases) it(sentence, () => assert.equal(eventSentence(event), sentence));

  it('is one whole sentence for every action and status', () => {
    for (const action of actions) {
      for (const status of statuses) {
        for (const event of [eventWith({ action, status }), eventWithoutError({ action, status })]) {
          const sentence = eventSentence(event);
          assert.match(sentence, /^Anna Müller \(User\) was .* Salesforce on 2026-01-02 03:04:05 UTC.*\.$/);
          assert.doesNotMatch(sentence, /undefined|null|\.\.| {2}|: \./);
        }
      }
    }
  });

  it('stays readable whatever the names are', () => {
    const sentence = eventSentence(eventWith({ identity: 'x'.repeat(10_000) }));
    assert.ok(sentence.length < 400);
    assert.ok(sentence.includes('x… (User) was not created in Salesforce'));
  });
});

describe('systemName and typeName', () => {
  it('prefer what people know', () => {
    assert.equal(systemName(eventWith()), 'Salesforce');
    assert.equal(
      systemName(eventWith({ target: { id: '', displayName: 'CustomAppSSO', details: [] } })),
      'Salesforce HR',
    );
    assert.equal(typeName('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'), 'User');
    assert.equal(typeName('Group'), 'Group');
    assert.equal(typeName(''), '');
  });
});
