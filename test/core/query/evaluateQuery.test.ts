import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { evaluateQuery } from '../../../src/core/query/evaluateQuery';
import { parseQuery } from '../../../src/core/query/parseQuery';
import { drawStore, type DrawnEvent } from '../../support/drawStore';
import { drawnEvent, drawnQuery } from './drawnQuery';

describe('evaluateQuery', () => {
  const events: readonly DrawnEvent[] = [
    {
      ...{ id: 'e-0', status: 'failure', action: 'create', identity: "Anna O'Brien", code: 'BoxEntryConflict' },
      ...{ reason: 'Resource already exists', attribute: ['userName', 'urn:ietf:params:emails'], duration: 5000 },
      ...{ time: '2026-01-02T23:59:59.999Z', job: 'ServiceNow', change: 'c-1', source: 'Microsoft Entra ID' },
    },
    {
      ...{
        id: 'e-1',
        status: 'success',
        action: 'update',
        identity: 'anna@x.org',
        attribute: ['active'],
        duration: 12,
      },
      ...{ time: '2026-01-02T00:00:00.000Z', job: 'ServiceNow Test', change: 'c-2' },
    },
    {
      ...{
        id: 'E-2',
        status: 'skipped',
        action: 'other',
        identity: '007',
        code: 'Conflict',
        skip: 'NotEffectivelyEntitled',
      },
      ...{ time: '2026-01-03T00:00:00.000Z', job: 'Box', change: 'c-1', type: 'User' },
    },
    { id: 'svc-3', status: 'failure', identity: 'ΟΔΟΣ ΟΔΟΣΑ 😀', duration: 0 },
  ];
  const cases: readonly [query: string, rows: readonly number[]][] = [
    ['', [0, 1, 2, 3]],
    ['anna', [0, 1]],
    ["o'brien", [0]],
    ['"anna@x.org"', [1]],
    ['"anna"', []],
    ['status:FAILURE', [0, 3]],
    ['status:fail', []],
    ['status:fail*', [0, 3]],
    ['code:conflict', [2]],
    ['code:*conflict', [0, 2]],
    ['code:"*conflict"', []],
    ['conflict', [2]],
    ['code:*', [0, 2]],
    ['-code:*', [1, 3]],
    ['code:""', [1, 3]],
    ['exists', [0]],
    ['reason:resource*exists', [0]],
    ['reason:resource*exist', []],
    ['active', [1]],
    ['attribute:name', [0]],
    ['attribute:"username"', [0]],
    ['attribute:u*emails', [0]],
    ['attribute:userName*emails', []],
    ['attribute:urn:ietf', [0]],
    ['attribute:""', [2, 3]],
    ['id:e-2', [2]],
    ['id:e-?', [0, 1, 2]],
    ['id:""', []],
    ['identity:007', [2]],
    ['identity:οδοσ', [3]],
    ['identity:οδος', [3]],
    ['identity:"οδοσ*"', []],
    ['identity:*Σ?', []],
    ['identity:*😀', [3]],
    ['identity:*α??', [3]],
    ['identity:*α???', []],
    ['job:ServiceNow', [0, 1]],
    ['job:"ServiceNow"', [0]],
    ['source:"Azure Active Directory"', [0]],
    ['source:"microsoft entra id"', [0]],
    ['-source:("azure active directory" OR Workday)', [1, 2, 3]],
    ['target:"Azure Active Directory"', []],
    ['duration:>12', [0]],
    ['duration:>=12', [0, 1]],
    ['duration:<12', [3]],
    ['duration:<=12', [1, 3]],
    ['duration:[0 TO 12]', [1, 3]],
    ['duration:{0 TO 12]', [1]],
    ['duration:[0 TO 12}', [3]],
    ['duration:{0 TO 12}', []],
    ['duration:[* TO *]', [0, 1, 3]],
    ['-duration:>12', [1, 2, 3]],
    ['time:2026-01-02', [0, 1]],
    ['time:[2026-01-02 TO 2026-01-02]', [0, 1]],
    ['time:[2026-01-02T12:00:00Z TO 2026-01-03]', [0, 2]],
    ['time:{2026-01-01 TO 2026-01-03}', [0, 1]],
    ['time:<=2026-01-02', [0, 1]],
    ['time:>2026-01-02', [2]],
    ['time:2026-01-02T23:59', [0]],
    ['change:c-1 -action:create', [2]],
    ['action:(create OR update) job:ServiceNow', [0, 1]],
    ['status:failure OR action:update status:success', [0, 1, 3]],
    ['NOT (status:failure OR status:success)', [2]],
    ['app:box errorCode:conflict objectType:user skipReason:not*', [2]],
  ];
  for (const [query, rows] of cases) {
    it(`finds ${JSON.stringify(query)}`, () => assert.deepEqual(find(query, events), rows));
  }

  it('finds nothing with a query that is broken', () => {
    const { tree } = parseQuery('status:failure AND nope:1');
    assert.equal(evaluateQuery(tree, drawStore(events)).count, 0);
  });

  it('gives the same rows as a plain evaluator over objects', () => {
    fc.assert(
      fc.property(fc.array(drawnEvent, { maxLength: 70 }), drawnQuery, (drawn, query) => {
        const expected = drawn.flatMap((event, row) => (query.matches(event) ? [row] : []));
        assert.deepEqual(find(query.text, drawn), expected, query.text);
      }),
      { numRuns: 300 },
    );
  });
});

function find(query: string, events: readonly DrawnEvent[]): number[] {
  const { tree, errors } = parseQuery(query);
  assert.deepEqual(errors, [], query);
  return [...evaluateQuery(tree, drawStore(events)).page(0, events.length)];
}
