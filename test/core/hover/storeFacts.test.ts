import * as assert from 'node:assert/strict';
import { columns } from '../../../src/core/columns/columns';
import { idOwners, storeFacts, valueUse } from '../../../src/core/hover/storeFacts';
import { drawStore } from '../../support/drawStore';

const store = drawStore([
  {
    id: 'E1',
    change: 'C',
    job: 'Box',
    jobId: 'J',
    code: 'BoxEntryConflict',
    sourceId: 'A',
    identity: 'Anna',
    time: '2026-01-03T00:00:00Z',
  },
  {
    id: 'E2',
    change: 'c',
    job: 'Box',
    jobId: 'J',
    code: 'boxentryconflict',
    sourceId: 'a',
    targetId: 'T',
    time: '2026-01-01T00:00:00Z',
  },
  { id: 'E3', change: 'D', jobId: 'J', sourceId: 'B', targetId: 'A', identity: 'Bert' },
]);

describe('valueUse', () => {
  it('counts a value in any casing, with its first and last time', () => {
    assert.deepEqual(valueUse(store, 'code', 'BOXENTRYCONFLICT'), {
      count: 2,
      firstTimeMs: Date.UTC(2026, 0, 1),
      lastTimeMs: Date.UTC(2026, 0, 3),
    });
    assert.equal(valueUse(store, 'id', 'e2').count, 1);
    assert.equal(valueUse(store, 'change', 'C').count, 2);
  });

  it('counts events without a time, and gives none for them', () => {
    assert.deepEqual(valueUse(store, 'change', 'D'), { count: 1 });
    assert.equal(valueUse(store, 'jobId', 'J').count, 3);
  });

  it('takes nothing for nothing, in every column', () => {
    for (const { id } of columns) {
      assert.deepEqual(valueUse(store, id, ''), { count: 0 });
      assert.deepEqual(valueUse(store, id, 'nowhere'), { count: 0 });
    }
  });
});

describe('idOwners', () => {
  it('says what an ID stands for, the most frequent first', () => {
    assert.deepEqual(idOwners(store, 'A'), [
      { kind: 'sourceObject', name: 'Anna', events: 2 },
      { kind: 'targetObject', name: 'Bert', events: 1 },
    ]);
    assert.deepEqual(idOwners(store, 'j'), [{ kind: 'job', name: 'Box', events: 3 }]);
    assert.deepEqual(idOwners(store, 'E3'), [{ kind: 'event', name: '', events: 1 }]);
    assert.deepEqual(idOwners(store, 'nobody'), []);
  });

  it('is what the facts of a hover answer', async () => {
    const facts = storeFacts(store);
    assert.deepEqual(await facts.owners('A'), idOwners(store, 'A'));
    assert.deepEqual(await facts.use('change', 'D'), { count: 1 });
  });
});
