import * as assert from 'node:assert/strict';
import { latestFailures } from '../../../src/core/analysis/latestFailures';
import { drawStore } from '../../support/drawStore';

describe('latestFailures', () => {
  const store = drawStore([
    { status: 'failure', time: 1_000 },
    { status: 'success', time: 9_000 },
    { status: 'failure' },
    { status: 'failure', time: 5_000 },
    { status: 'failure', time: 3_000 },
    { status: 'failure', time: 3_000 },
    { status: 'failure' },
  ]);

  it('gives the newest first, equal times in file order, and those without a time last', () => {
    assert.deepEqual(latestFailures(store, 100), [3, 4, 5, 0, 2, 6]);
  });

  it('gives no more than asked for', () => {
    for (const limit of [0, 1, 2, 3, 4, 5, 6]) {
      assert.deepEqual(latestFailures(store, limit), [3, 4, 5, 0, 2, 6].slice(0, limit));
    }
  });
});
