import * as assert from 'node:assert/strict';
import { openDetails } from '../../../src/core/explain/openDetails';
import { step } from './draw';

function open(details: Record<string, string | null>, attributes?: readonly string[]) {
  return openDetails(step('EntryImport', { details }), attributes);
}

describe('openDetails', () => {
  it('makes the joined names of SCIM readable, and keeps their spelling', () => {
    const [row] = open({ urnietfparamsscimschemasextensionenterprise20UsercostCenter: '4711' }).rows;
    assert.deepEqual(row?.readable, { name: 'costCenter', schema: 'SCIM enterprise user' });
    assert.equal(row.name, 'urnietfparamsscimschemasextensionenterprise20UsercostCenter');
  });

  it('gives names their dots back where the event names the attribute in full', () => {
    const rows = open({ namegivenName: 'Ann', namefamilyName: 'B' }, ['name.givenName', 'title']).rows;
    assert.deepEqual(
      rows.map(({ readable }) => readable.name),
      ['name.givenName', 'namefamilyName'],
    );
  });

  it('puts names without a value apart, and keeps null and the word None', () => {
    const { rows, emptyNames } = open({ a: '', b: null, c: 'None', d: '', e: ' ' });
    assert.deepEqual(emptyNames, ['a', 'd']);
    assert.deepEqual(
      rows.map(({ name, value }) => [name, value]),
      [
        ['b', null],
        ['c', 'None'],
        ['e', ' '],
      ],
    );
  });

  it('lays JSON open, but not what has no more than one value', () => {
    const { rows } = open({ token: '{"Id":"1","Name":"DC01"}', list: '["a"]', none: '{}', text: '{not json' });
    assert.deepEqual(
      rows.map(({ opened }) => opened?.rows.length),
      [2, undefined, undefined, undefined],
    );
  });

  it('says of how many values some are shown', () => {
    assert.deepEqual(
      open({ proxyAddresses: 'X, 5, 0,  ... X400:C=US; (5)', room: '(5)' }).rows.map(({ cutFrom }) => cutFrom),
      [5, undefined],
    );
  });

  it('shows the results of filters as clauses, and as text what is none', () => {
    const { rows, clauses } = open({ ScopeEvaluationResult: '{"F.a EQUALS 1":true}', x: '1' });
    assert.deepEqual(clauses, [{ filter: 'F', clause: 'a EQUALS 1', passed: true }]);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['x'],
    );
    assert.equal(open({ ScopeEvaluationResult: '{}' }).rows[0]?.value, '{}');
  });
});
