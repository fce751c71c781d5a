import * as assert from 'node:assert/strict';
import { groupings } from '../../../src/core/groupings/groupings';
import { groupRows } from '../../../src/core/groupings/groupRows';
import { drawStore } from '../../support/drawStore';

describe('groupRows', () => {
  it('puts equal values in one group, ignoring case, and falls back to the next column', () => {
    const store = drawStore([
      { jobId: 'a.1' },
      { jobId: 'A.1', job: 'Box' },
      { job: 'Box' },
      { job: 'BOX', jobId: 'b.2' },
      {},
      { job: 'box' },
      { jobId: '', job: 'a.1' },
    ]);
    const groups = groupRows(store, { columns: ['jobId', 'job'], nameColumn: 'job', none: 'No job' });
    assert.deepEqual([...groups.groupOf], [0, 0, 1, 2, 3, 1, 4]);
    assert.deepEqual(groups.keys, ['a.1', 'Box', 'b.2', '', 'a.1']);
    assert.deepEqual(groups.names, ['Box', 'Box', 'BOX', 'No job', 'a.1']);
  });

  it('groups by columns that are kept packed', () => {
    const store = drawStore([{ sourceId: 'x' }, { sourceId: 'y' }, { sourceId: 'X' }, {}]);
    const groups = groupRows(store, { columns: ['sourceId'], nameColumn: 'identity', none: 'Nobody' });
    assert.deepEqual([...groups.groupOf], [0, 1, 0, 2]);
    assert.deepEqual(groups.names, ['x', 'y', 'Nobody']);
  });
});

describe('groupings', () => {
  it('have ids of letters only, none of them twice', () => {
    const found = groupings.map((grouping) => grouping.id);
    for (const id of found) assert.match(id, /^[a-z]+$/);
    assert.equal(new Set(found).size, found.length);
  });
});
