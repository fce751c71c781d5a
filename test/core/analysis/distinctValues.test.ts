import * as assert from 'node:assert/strict';
import { distinctValues } from '../../../src/core/analysis/distinctValues';
import { RowSet } from '../../../src/core/query/rowSet';
import { drawStore } from '../../support/drawStore';

const store = drawStore([
  { jobId: 'b', change: 'c1', time: '2026-01-01T00:00:00Z' },
  { change: 'c2' },
  { jobId: 'a', change: 'c1' },
  { jobId: 'b', change: 'c3' },
]);

describe('distinctValues', () => {
  it('gives each value once, in the order of the rows, and no absent ones', () => {
    const all = RowSet.all(4);
    assert.deepEqual(distinctValues(store, 'jobId', all, 10), { total: 2, values: ['b', 'a'] });
    assert.deepEqual(distinctValues(store, 'change', all, 10), { total: 3, values: ['c1', 'c2', 'c3'] });
    assert.deepEqual(distinctValues(store, 'time', all, 10), { total: 0, values: [] });
  });

  it('looks at the rows it is told, and counts what it leaves out', () => {
    const some = RowSet.where(4, (row) => row >= 1);
    assert.deepEqual(distinctValues(store, 'jobId', some, 1), { total: 2, values: ['a'] });
    assert.deepEqual(distinctValues(store, 'change', RowSet.none(4), 5), { total: 0, values: [] });
  });
});
