import * as assert from 'node:assert/strict';
import { findEntries } from '../../../src/core/codes/findEntries';

describe('findEntries', () => {
  it('finds by code before title and cause, ignoring case', () => {
    const found = findEntries('DELETE').map(({ entry }) => entry.codes[0]);
    assert.deepEqual(found.slice(0, 2), ['TooManyDeletes', 'StagedDelete']);
    assert.ok(found.includes('AzureActiveDirectoryInsufficientRights'));
  });

  it('wants every word', () => {
    const found = findEntries('automatic  redemption').map(({ entry }) => entry.codes[0]);
    assert.deepEqual(found, ['AzureDirectoryB2BManagementPolicyCheckFailure']);
    assert.deepEqual(findEntries('automatic xyzzy'), []);
  });

  it('says where in the catalogue an entry stands', () => {
    assert.equal(findEntries('RedundantExport')[0]?.section, 'skipReason');
    assert.equal(findEntries('EncounteredQuarantineException')[0]?.section, 'quarantineReason');
    assert.equal(findEntries('StagedDelete')[0]?.section, 'stagedAction');
    assert.equal(findEntries('CONSTRAINT_ATT_TYPE')[0]?.section, 'reasonText');
  });
});
