import * as assert from 'node:assert/strict';
import { identityLabel, isSameSystem, jobName, keyBase } from '../../../src/core/record/labels';

describe('labels', () => {
  it('names a job by service principal, else target system, else template', () => {
    assert.equal(jobName('Contoso', 'customappsso', 'scim.4b8c.4ba2'), 'Contoso');
    assert.equal(jobName('', 'Salesforce', 'salesforce.4b8c'), 'Salesforce');
    assert.equal(jobName(' ', '', 'scim.4b8c.4ba2'), 'scim');
    assert.equal(jobName('', '', 'Azure2Azure'), 'Azure2Azure');
    assert.equal(jobName('', '', ''), '');
  });

  const chain = [
    'sourceDisplayName',
    'sourceUserPrincipalName',
    'reportableIdentifier',
    'stepUserName',
    'sourceId',
    'targetId',
  ] as const;
  for (const [place, winner] of chain.entries()) {
    it(`labels an identity by ${winner} when nothing better is there`, () => {
      const texts = Object.fromEntries(chain.map((name, at) => [name, at < place ? '' : name]));
      assert.equal(identityLabel(texts as Record<(typeof chain)[number], string>), winner);
    });
  }

  it('knows that Azure Active Directory was renamed', () => {
    assert.ok(isSameSystem('Azure Active Directory', 'microsoft entra ID'));
    assert.ok(isSameSystem('Salesforce', 'SALESFORCE '));
    assert.ok(!isSameSystem('Active Directory', 'Azure Active Directory'));
  });

  it('makes a key of the ID, else of change, time and action', () => {
    assert.equal(keyBase({ id: 'a', changeId: 'c', time: 't', action: 'create' }), 'a');
    assert.equal(keyBase({ id: '', changeId: 'c', time: 't', action: 'create' }), 'c t create');
  });
});
