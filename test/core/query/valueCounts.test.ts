import * as assert from 'node:assert/strict';
import { valueCounts } from '../../../src/core/query/valueCounts';
import { RowSet } from '../../../src/core/query/rowSet';
import { drawStore } from '../../support/drawStore';

describe('valueCounts', () => {
  const store = drawStore([
    { code: 'A', attribute: ['x', 'y', 'x'], change: '1' },
    { code: 'b', attribute: ['y'] },
    { code: 'a', change: '1' },
    {},
  ]);

  it('counts in every casing, most frequent first', () => {
    assert.deepEqual(valueCounts(store, { id: 'code', type: 'id' }), [
      { text: 'A', count: 2 },
      { text: '', count: 1 },
      { text: 'b', count: 1 },
    ]);
  });

  it('counts an event once for each entry of a list', () => {
    assert.deepEqual(
      valueCounts(
        store,
        { id: 'attribute', type: 'list' },
        RowSet.where(4, (row) => row < 2),
      ),
      [
        { text: 'y', count: 2 },
        { text: 'x', count: 1 },
      ],
    );
  });

  it('leaves out what is not wanted', () => {
    assert.deepEqual(
      valueCounts(store, { id: 'change', type: 'id' }, undefined, (text) => text !== ''),
      [{ text: '1', count: 2 }],
    );
  });
});
