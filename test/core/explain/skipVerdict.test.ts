import * as assert from 'node:assert/strict';
import { skipReasons } from '../../../src/core/codes/skipReasons';
import { gateKinds, type GateId } from '../../../src/core/explain/gates';
import { explainSkip, type SkipJudgement, type SkipVerdict } from '../../../src/core/explain/skipVerdict';
import type { Status, Step } from '../../../src/core/model';
import { eventWithoutError } from '../../support/eventFixture';
import { step } from './draw';

/** The same four conditions in the wording of logs and in that of provisioning on demand. */
const wordings = {
  log: [
    'Active in the source system',
    'Assigned to the application',
    'User has the required role',
    'Scoping filter evaluation passed',
  ],
  onDemand: ['IsActive', 'Assigned', 'IsEffectivelyEntitledForProvisioning', 'IsInProvisioningScopeDisplayName'],
} as const;
const conditions: readonly GateId[] = ['active', 'assigned', 'role', 'filter'];

const imported = step('EntryImportUpdate', { type: 'import' });
const matched = step('EntryImport', { type: 'matching' });

describe('explainSkip', () => {
  for (const [wording, names] of Object.entries(wordings)) {
    for (const [index, id] of conditions.entries()) {
      it(`names ${id} as the first closed gate, in the wording ${wording}`, () => {
        const details = Object.fromEntries(names.map((name, at) => [name, at === index ? 'False' : 'True']));
        const verdict = explain([imported, scoping(details), matched, skipped('NotEffectivelyEntitled')]);
        assert.equal(verdict.closed, id);
        assert.equal(verdict.judgement, id === 'role' ? 'worthALook' : 'normal');
        assert.equal(verdict.knownReason?.codes[0], 'NotEffectivelyEntitled');
        assert.equal(drawing(verdict).split(' ')[1 + index], `${id}:closed`);
      });
    }
  }

  it('takes the first closed gate when several are closed', () => {
    const details = Object.fromEntries(wordings.log.map((name) => [name, 'false']));
    assert.equal(explain([imported, scoping(details)]).closed, 'active');
  });

  it('reads a group’s role, any casing, and the third spelling of the filter', () => {
    const details = { 'GROUP HAS THE REQUIRED ROLE': 'TRUE', isInProvisioningScope: 'false' };
    const verdict = explain([imported, scoping(details)]);
    assert.equal(
      drawing(verdict),
      'imported:open active:unknown assigned:unknown role:open filter:closed matched:notReached changeNeeded:notReached exported:notReached',
    );
  });

  const reasons: readonly [string, GateId | undefined, SkipJudgement][] = [
    ['RedundantExport', 'changeNeeded', 'normal'],
    ['NotEffectivelyEntitled', undefined, 'unknown'],
    ['AttributeValidationFailed', 'exported', 'worthALook'],
    ['SomethingNew', undefined, 'unknown'],
  ];
  it('has a case for every known skip reason', () => {
    for (const { codes } of skipReasons) assert.ok(reasons.some(([reason]) => reason === codes[0]));
  });
  for (const [reason, closed, judgement] of reasons) {
    it(`judges ${reason} alone, in any casing`, () => {
      for (const spelled of [reason, reason.toLowerCase(), ` ${reason.toUpperCase()} `]) {
        const verdict = explain([skipped(spelled)]);
        assert.equal(verdict.closed, closed);
        assert.equal(verdict.judgement, judgement);
        assert.equal(verdict.reason, spelled);
        assert.equal(verdict.knownReason !== undefined, reason !== 'SomethingNew');
      }
    });
  }

  it('says that the agent of cloud sync filtered what it logs with an ID and nothing else', () => {
    const bare = { id: 'c0ffee00-0000-4000-8000-000000000000', displayName: '', type: '', details: [] };
    const event = eventWithoutError({
      status: 'skipped',
      jobId: 'AD2AADProvisioning.4b8c18bd2f9f4c0c8e8d3e5c06cf9c32.4ba261ce-0000-4000-8000-000000000000',
      sourceIdentity: bare,
      steps: [imported],
    });
    const verdict = explainSkip(event);
    assert.equal(verdict?.judgement, 'normal');
    assert.match(verdict.sentence, /agent of cloud sync probably filtered it/);
    for (const other of [
      { jobId: 'scim.4b8c18bd2f9f4c0c8e8d3e5c06cf9c32' },
      { sourceIdentity: { ...bare, displayName: 'Anna' } },
      { targetIdentity: bare },
      { steps: [imported, skipped('RedundantExport')] },
    ]) {
      assert.doesNotMatch(explainSkip({ ...event, ...other })?.sentence ?? '', /agent/);
    }
  });

  it('names the attribute that failed validation', () => {
    const verdict = explain([
      imported,
      step('EntrySynchronizationSkip', { details: { SkipReason: 'AttributeValidationFailed', PropertyName: 'mail' } }),
    ]);
    assert.equal(verdict.attribute, 'mail');
  });

  it('closes the first gate for ImportSkipped, behind a connector too', () => {
    for (const errorCode of ['ImportSkipped', 'ContosoImportSkipped']) {
      const verdict = explainSkip(
        eventWithoutError({ status: 'failure', action: 'create', errorCode, steps: [imported] }),
      );
      assert.equal(verdict?.closed, 'imported');
      assert.equal(verdict.judgement, 'worthALook');
    }
  });

  it('takes an import that failed and an object that was not found for closed', () => {
    assert.equal(explain([step('EntryImport', { type: 'import', status: 'failure' })]).closed, 'imported');
    assert.equal(explain([step('EntryImportObjectNotFound', { type: 'import' })]).closed, 'imported');
    assert.equal(
      explain([imported, step('EntryImportByJoiningProperty', { type: 'import', status: 'failure' })]).closed,
      'matched',
    );
  });

  it('lets a later import outdo one that failed', () => {
    const verdict = explain([step('EntryImport', { type: 'import', status: 'failure' }), imported]);
    assert.equal(verdict.closed, undefined);
    assert.equal(verdict.judgement, 'unknown');
  });

  describe('contradictions', () => {
    it('says so when one condition is both true and false', () => {
      const verdict = explain([scoping({ IsActive: 'True' }), scoping({ 'Active in the source system': 'False' })]);
      assert.equal(verdict.closed, undefined);
      assert.equal(verdict.judgement, 'worthALook');
      assert.match(verdict.sentence, /contradicts itself.*"Active in the source"/);
    });

    it('says so when everything is met and the reason says out of scope', () => {
      const details = Object.fromEntries(wordings.log.map((name) => [name, 'True']));
      const verdict = explain([imported, scoping(details), skipped('NotEffectivelyEntitled')]);
      assert.equal(verdict.judgement, 'worthALook');
      assert.match(verdict.sentence, /every condition is met/);
    });

    it('says so when the reason says in sync and a condition is not met', () => {
      const verdict = explain([scoping({ Assigned: 'False' }), skipped('RedundantExport')]);
      assert.equal(verdict.closed, 'assigned');
      assert.match(verdict.sentence, /contradicts itself/);
    });

    it('says so when the clauses and the outcome of the filter differ', () => {
      const verdict = explain([
        scoping({ IsInProvisioningScope: 'True', ScopeEvaluationResult: '{"f.a EQUALS 1":false}' }),
      ]);
      assert.equal(verdict.gates.find(({ id }) => id === 'filter')?.state, 'contradictory');
    });
  });

  describe('ScopeEvaluationResult', () => {
    it('is read clause by clause', () => {
      const result = {
        "Marketing department filter.department EQUALS 'Marketing'": true,
        'v2.0 of it.extension_1.x NOT IS NULL': false,
        'no filter at all': true,
      };
      const verdict = explain([scoping({ ScopeEvaluationResult: JSON.stringify(result) })]);
      assert.deepEqual(verdict.clauses, [
        { filter: 'Marketing department filter', clause: "department EQUALS 'Marketing'", passed: true },
        { filter: 'v2.0 of it.extension_1', clause: 'x NOT IS NULL', passed: false },
        { filter: '', clause: 'no filter at all', passed: true },
      ]);
    });

    it('passes when all clauses of one filter hold, and closes the gate when none does', () => {
      const either = '{"One.a EQUALS 1":true,"One.b EQUALS 2":false,"Two.c EQUALS 3":true}';
      assert.equal(explain([scoping({ ScopeEvaluationResult: either })]).closed, undefined);
      const none = '{"One.a EQUALS 1":true,"One.b EQUALS 2":false}';
      assert.equal(explain([scoping({ ScopeEvaluationResult: none })]).closed, 'filter');
    });

    for (const text of ['', '{}', '[]', 'null', '{"a":', '{"a":1,"b":"x"}', 'nonsense', '{'.repeat(5_000)]) {
      it(`says nothing when it is ${text.slice(0, 12)}`, () => {
        assert.deepEqual(explain([scoping({ ScopeEvaluationResult: text })]).clauses, []);
      });
    }
  });

  it('knows nothing when the log holds nothing', () => {
    for (const steps of [[], [scoping({ IsActive: 'maybe', Assigned: null })], [imported, matched]]) {
      const verdict = explain(steps);
      assert.equal(verdict.judgement, 'unknown');
      assert.match(verdict.sentence, /does not hold enough/);
    }
  });

  it('reads no conditions out of the attributes of an object', () => {
    const found = step('EntryImport', { type: 'matching', details: { IsActive: 'False', Assigned: 'False' } });
    const verdict = explain([imported, scoping({ 'Active in the source system': 'True' }), found]);
    assert.equal(verdict.closed, undefined);
    assert.equal(verdict.gates.find(({ id }) => id === 'active')?.state, 'open');
    assert.equal(verdict.gates.find(({ id }) => id === 'assigned')?.state, 'unknown');
  });

  it('reads conditions out of the skipping step too', () => {
    assert.equal(explain([step('EntrySynchronizationSkip', { details: { IsActive: 'False' } })]).closed, 'active');
  });

  it('says that a staged delete waits for an administrator', () => {
    const verdict = explainSkip(
      eventWithoutError({ status: 'skipped', action: 'stageddelete', steps: [imported, matched] }),
    );
    assert.equal(verdict?.closed, 'exported');
    assert.equal(verdict.judgement, 'worthALook');
    assert.match(verdict.sentence, /holds the delete back/);
  });

  it('keeps numbered reasons apart', () => {
    const description = 'The User will be skipped: 1) Not assigned. 2) Filter (3) failed. 3) Not active.';
    const said = explain([step('EntrySynchronizationSkip', { type: 'export', status: 'skipped', description })]).said;
    assert.deepEqual(said, [
      'The User will be skipped:',
      '1) Not assigned.',
      '2) Filter (3) failed.',
      '3) Not active.',
    ]);
  });

  it('has no verdict on events that were not skipped', () => {
    assert.equal(
      explainSkip(eventWithoutError({ status: 'success', action: 'update', steps: [imported, matched] })),
      undefined,
    );
    assert.equal(
      explainSkip(eventWithoutError({ status: 'failure', action: 'create', errorCode: 'EntryConflict', steps: [] })),
      undefined,
    );
    const steps = [skipped('NotEffectivelyEntitled')];
    assert.equal(explainSkip(eventWithoutError({ status: 'failure', errorCode: 'EntryConflict', steps })), undefined);
  });
});

function explain(steps: readonly Step[], status: Status = 'skipped'): SkipVerdict {
  const verdict = explainSkip(eventWithoutError({ status, action: 'other', steps }));
  assert.ok(verdict);
  assert.deepEqual(
    verdict.gates.map(({ id }) => id),
    gateKinds.map(({ id }) => id),
  );
  return verdict;
}

function drawing(verdict: SkipVerdict): string {
  return verdict.gates.map(({ id, state }) => `${id}:${state}`).join(' ');
}

function scoping(details: Record<string, string | null>): Step {
  return step('EntrySynchronizationScoping', { type: 'scoping', details });
}

function skipped(reason: string): Step {
  return step('EntrySynchronizationSkip', { type: 'export', status: 'skipped', details: { SkipReason: reason } });
}
