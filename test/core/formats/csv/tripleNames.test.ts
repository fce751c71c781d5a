import * as assert from 'node:assert/strict';
import { readTripleName, tripleOf } from '../../../../src/core/formats/csv/tripleNames';

describe('Names of the three CSV files', () => {
  it('tell which part of a download a file is', () => {
    const partOf = (name: string) => readTripleName(name)?.part;
    assert.equal(partOf('ProvisioningLogs.csv'), 'events');
    assert.equal(partOf('ProvisioningLogs_ProvisioningSteps.csv'), 'steps');
    assert.equal(partOf('provisioninglogs_modifiedproperties (1).CSV'), 'modifiedProperties');
    assert.equal(partOf('ProvisioningLogs_2026-03-17_2026-03-24.csv'), 'events');
    assert.equal(partOf('/home/a b/ProvisioningLogs_ProvisioningSteps_2026-03-24.csv'), 'steps');
    assert.equal(partOf('C:\\logs\\Provisioning_Logs-Modified_Properties.csv'), 'modifiedProperties');
    assert.equal(partOf('ProvisioningLogs.json'), undefined);
    assert.equal(partOf('ProvisioningLogs_ProvisioningSteps.csv.gz'), 'steps');
    assert.equal(partOf('ProvisioningLogs.zip'), undefined);
    assert.equal(partOf('SignIns.csv'), undefined);
    assert.equal(partOf('ProvisioningLogs/readme.csv'), undefined);
  });

  it('find the other files of the same download, whatever was added to the names', () => {
    const names = [
      'ProvisioningLogs_ModifiedProperties (1).csv',
      'ProvisioningLogs_ModifiedProperties.csv',
      'ProvisioningLogs_ProvisioningSteps (1).csv',
      'provisioninglogs (1).csv',
      'ProvisioningLogs.csv',
      'notes.csv',
    ];
    assert.deepEqual(tripleOf('provisioninglogs (1).csv', names), [
      'provisioninglogs (1).csv',
      'ProvisioningLogs_ProvisioningSteps (1).csv',
      'ProvisioningLogs_ModifiedProperties (1).csv',
    ]);
    assert.deepEqual(tripleOf('ProvisioningLogs_ModifiedProperties.csv', names), [
      'ProvisioningLogs.csv',
      'ProvisioningLogs_ModifiedProperties.csv',
    ]);
    assert.deepEqual(tripleOf('notes.csv', names), ['notes.csv']);
    assert.deepEqual(tripleOf('a/ProvisioningLogs.csv', ['b/ProvisioningLogs_ProvisioningSteps.csv']), [
      'a/ProvisioningLogs.csv',
    ]);
  });
});
