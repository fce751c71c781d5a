import * as assert from 'node:assert/strict';
import { sameObject } from '../../../src/core/analysis/sameObject';
import { drawStore } from '../../support/drawStore';

describe('sameObject', () => {
  const store = drawStore([
    { sourceId: 'A', identity: 'Anna', jobId: 'one', time: 3_000 },
    { sourceId: 'B', identity: 'Anna', time: 1_000 },
    { sourceId: 'a', identity: 'Renamed', jobId: 'two', time: 1_000 },
    { identity: 'Anna', time: 5_000 },
    {},
    {},
    { sourceId: 'A' },
  ]);

  it('takes the ID in the source, in any casing and in all jobs, in time order', () => {
    assert.deepEqual(sameObject(store, 0, 100), { by: 'sourceId', total: 3, rows: [6, 2, 0] });
  });

  it('takes the name where the log gives no ID', () => {
    assert.deepEqual(sameObject(store, 3, 100), { by: 'identity', total: 3, rows: [1, 0, 3] });
  });

  it('knows an object without ID and name only as itself', () => {
    assert.deepEqual(sameObject(store, 4, 100), { by: 'identity', total: 1, rows: [4] });
  });

  const many = drawStore(Array.from({ length: 9 }, (_, row) => ({ sourceId: 'A', time: row })));
  const windows = [
    [0, [0, 1, 2]],
    [1, [0, 1, 2]],
    [4, [3, 4, 5]],
    [8, [6, 7, 8]],
  ] as const;
  for (const [row, rows] of windows) {
    it(`gives the nearest where there are more than asked for: around ${row}`, () => {
      assert.deepEqual(sameObject(many, row, 3), { by: 'sourceId', total: 9, rows });
    });
  }
});
