import * as assert from 'node:assert/strict';
import {
  toggleExcluded,
  toggleIncluded,
  withoutField,
  withoutPart,
  withTimeRange,
} from '../../../src/core/query/editQuery';
import { parseQuery } from '../../../src/core/query/parseQuery';
import { queryParts } from '../../../src/core/query/queryParts';

describe('toggleIncluded', () => {
  const cases: readonly [query: string, value: string, result: string][] = [
    ['', 'failure', 'status:failure'],
    ['anna', 'failure', 'anna status:failure'],
    ['status:failure', 'failure', ''],
    ['status:failure anna', 'skipped', 'status:(failure OR skipped) anna'],
    ['status:(failure OR skipped)', 'FAILURE', 'status:skipped'],
    ['status:(failure OR skipped OR warning)', 'warning', 'status:(failure OR skipped)'],
    ['status:failure OR status:skipped', 'warning', 'status:(failure OR skipped OR warning)'],
    ['-status:failure', 'failure', 'status:failure'],
    ['-status:(failure OR skipped)', 'failure', '-status:skipped status:failure'],
    ['anna OR code:x', 'failure', '(anna OR code:x) status:failure'],
    ['status:fail*', 'failure', ''],
    ['status:(failure AND skipped)', 'warning', 'status:(failure AND skipped) status:warning'],
  ];
  for (const [query, value, result] of cases) {
    it(`${query || 'nothing'} and ${value}: ${result}`, () => {
      assert.equal(toggleIncluded(query, 'status', value), result);
      assert.deepEqual(parseQuery(result).errors, []);
    });
  }

  it('quotes what needs it', () => {
    assert.equal(toggleIncluded('', 'job', 'Box "EU"'), 'job:"Box \\"EU\\""');
    assert.equal(toggleIncluded('', 'code', ''), 'code:""');
    assert.equal(toggleIncluded('code:""', 'code', ''), '');
  });
});

describe('toggleExcluded', () => {
  const cases: readonly [query: string, value: string, result: string][] = [
    ['', 'failure', '-status:failure'],
    ['-status:failure', 'failure', ''],
    ['-status:failure', 'skipped', '-status:(failure OR skipped)'],
    ['status:failure', 'failure', '-status:failure'],
    ['status:(failure OR skipped) anna', 'failure', 'status:skipped anna -status:failure'],
  ];
  for (const [query, value, result] of cases) {
    it(`${query || 'nothing'} and ${value}: ${result}`, () => {
      assert.equal(toggleExcluded(query, 'status', value), result);
    });
  }
});

describe('withTimeRange', () => {
  const result = 'time:[2026-01-01T00:00:00.000Z TO 2026-01-01T01:00:00.000Z}';
  const start = Date.UTC(2026, 0, 1);
  const end = Date.UTC(2026, 0, 1, 1);

  it('takes the place of other times', () => {
    assert.equal(withTimeRange('time:>2020 anna', start, end), `anna ${result}`);
    assert.deepEqual(parseQuery(result).errors, []);
  });

  it('leaves alternatives together', () => {
    assert.equal(withTimeRange('anna OR bob', start, end), `(anna OR bob) ${result}`);
  });
});

describe('withoutPart and withoutField', () => {
  it('remove what a chip shows', () => {
    const query = 'status:failure AND -job:Box anna';
    const [, job] = queryParts(query);
    assert.equal(withoutPart(query, job!), 'status:failure anna');
    assert.equal(withoutPart(query, { start: 1, end: 2 }), query);
    assert.equal(withoutField(query, 'status'), '-job:Box anna');
  });
});
