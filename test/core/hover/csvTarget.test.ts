import * as assert from 'node:assert/strict';
import { csvTargetAt } from '../../../src/core/hover/csvTarget';

const table = [
  'Change ID,ProvisioningStatusInfo,Status',
  'c1,"{""Status"":""failure"",""errorInformation"":{""errorCode"":""EntryConflict""}}",Failure',
  'c2,"{broken",Failure,too many',
].join('\r\n');

function at(word: string, isSteps = false) {
  const found = csvTargetAt(table, table.indexOf(word), isSteps);
  return found && { ...found.target, covers: table.slice(found.start, found.end) };
}

describe('csvTargetAt', () => {
  it('names a cell by its column', () => {
    assert.deepEqual(at('c1'), { path: ['Change ID'], key: 'Change ID', value: 'c1', covers: 'c1' });
    assert.deepEqual(at('Failure')?.key, 'Status');
  });

  it('names a value of JSON inside of a cell by its key', () => {
    assert.deepEqual(at('EntryConflict'), {
      path: ['ProvisioningStatusInfo', 'errorInformation', 'errorCode'],
      key: 'errorCode',
      value: 'EntryConflict',
      covers: '""EntryConflict""',
    });
  });

  it('takes the rows of a table of steps for steps', () => {
    assert.deepEqual(at('Failure', true)?.path, ['provisioningSteps', 'Status']);
  });

  it('says nothing of names, keys, separators and cells without a column', () => {
    assert.equal(at('Change ID'), undefined);
    assert.equal(at('errorInformation'), undefined);
    assert.equal(csvTargetAt(table, table.indexOf('c1') + 2, false), undefined);
    assert.equal(at('too many'), undefined);
    assert.equal(csvTargetAt('', 0, false), undefined);
  });

  it('reads what it can of broken JSON', () => {
    assert.doesNotThrow(() => at('{broken'));
  });
});
