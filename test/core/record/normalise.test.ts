import * as assert from 'node:assert/strict';
import {
  normaliseAction,
  normaliseStatus,
  normaliseStepType,
  resolveStatus,
  worstStatus,
} from '../../../src/core/record/normalise';

describe('normalise', () => {
  const statusCases = [
    ['success', 'success'],
    ['Failure', 'failure'],
    ['SKIPPED', 'skipped'],
    [' warning ', 'warning'],
    ['0', 'success'],
    ['1', 'failure'],
    ['2', 'skipped'],
    ['3', 'warning'],
    ['4', 'unknown'],
    ['unknownFutureValue', 'unknown'],
    ['', 'unknown'],
  ] as const;
  for (const [text, status] of statusCases) {
    it(`reads status ${JSON.stringify(text)} as ${status}`, () => assert.equal(normaliseStatus(text), status));
  }

  const actionCases = [
    ['create', 'create'],
    ['Update', 'update'],
    ['DELETE', 'delete'],
    ['disable', 'disable'],
    ['stagedDelete', 'stageddelete'],
    ['StagedAction', 'stageddelete'],
    ['EntryExportUpdate', 'update'],
    ['other', 'other'],
    ['0', 'other'],
    ['1', 'create'],
    ['2', 'delete'],
    ['3', 'disable'],
    ['4', 'update'],
    ['5', 'stageddelete'],
    ['6', 'unknown'],
    ['toString', 'unknown'],
    ['', 'unknown'],
  ] as const;
  for (const [text, action] of actionCases) {
    it(`reads action ${JSON.stringify(text)} as ${action}`, () => assert.equal(normaliseAction(text), action));
  }

  const stepTypeCases = [
    ['Import', 'import'],
    ['scoping', 'scoping'],
    ['matching', 'matching'],
    ['processing', 'processing'],
    ['ReferenceResolution', 'referenceResolution'],
    ['EXPORT', 'export'],
    ['0', 'import'],
    ['1', 'scoping'],
    ['2', 'matching'],
    ['3', 'processing'],
    ['4', 'referenceResolution'],
    ['5', 'export'],
    ['6', 'unknown'],
    ['', 'unknown'],
  ] as const;
  for (const [text, type] of stepTypeCases) {
    it(`reads step type ${JSON.stringify(text)} as ${type}`, () => assert.equal(normaliseStepType(text), type));
  }

  it('takes the worst step, which `unknown` never is', () => {
    assert.equal(worstStatus(['success', 'skipped', 'unknown']), 'skipped');
    assert.equal(worstStatus(['success', 'failure', 'warning']), 'failure');
    assert.equal(worstStatus(['unknown', 'success']), 'success');
    assert.equal(worstStatus([]), 'unknown');
  });

  it('asks the status infos first, then the result type, then the steps', () => {
    const none = { provisioningStatusInfo: '', statusInfo: '', resultType: '' };
    assert.equal(resolveStatus({ ...none, provisioningStatusInfo: 'success' }, ['failure']), 'success');
    assert.equal(resolveStatus({ ...none, statusInfo: '2', resultType: 'Success' }, []), 'skipped');
    assert.equal(resolveStatus({ ...none, provisioningStatusInfo: 'new', resultType: 'Failure' }, []), 'failure');
    assert.equal(resolveStatus(none, ['success', 'warning']), 'warning');
    assert.equal(resolveStatus(none, []), 'unknown');
  });
});
