import * as assert from 'node:assert/strict';
import { numberValues } from '../../../src/core/index/numberValues';
import { drawStore } from '../../support/drawStore';

describe('numberValues', () => {
  const store = drawStore([
    { change: 'x', code: 'x' },
    {},
    { change: 'y', code: 'y' },
    { change: 'X', code: 'X' },
    { change: 'x', code: 'x', duration: 5 },
  ]);

  for (const column of ['change', 'code'] as const) {
    it(`numbers the values of a column kept as ${store.column(column).kind}`, () => {
      const { entries, size, text } = numberValues(store.column(column), store.rowCount);
      assert.deepEqual([...entries], [1, 0, 2, 3, 1]);
      assert.deepEqual(
        Array.from({ length: size }, (_, entry) => text(entry)),
        ['', 'x', 'y', 'X'],
      );
    });
  }

  it('finds no values in a column of numbers', () => {
    const { entries, size, text } = numberValues(store.column('duration'), store.rowCount);
    assert.deepEqual([[...entries], size, text(0)], [[0, 0, 0, 0, 0], 1, '']);
  });
});
