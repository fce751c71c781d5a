import * as assert from 'node:assert/strict';
import { placeAfterKey } from '../../../src/webview/grid/gridKeys';

const size = { rows: 100, columns: 3, rowsInView: 10 };

describe('placeAfterKey', () => {
  it('walks by one and stops at the ends, the head included', () => {
    assert.deepEqual(placeAfterKey('ArrowDown', false, { row: 99, column: 1 }, size), { row: 99, column: 1 });
    assert.deepEqual(placeAfterKey('ArrowUp', false, { row: 0, column: 1 }, size), { row: -1, column: 1 });
    assert.deepEqual(placeAfterKey('ArrowUp', false, { row: -1, column: 1 }, size), { row: -1, column: 1 });
    assert.deepEqual(placeAfterKey('ArrowLeft', false, { row: 5, column: 0 }, size), { row: 5, column: 0 });
    assert.deepEqual(placeAfterKey('ArrowRight', false, { row: 5, column: 2 }, size), { row: 5, column: 2 });
  });

  it('goes to the ends of the row, and with Ctrl of the grid', () => {
    assert.deepEqual(placeAfterKey('End', false, { row: 5, column: 0 }, size), { row: 5, column: 2 });
    assert.deepEqual(placeAfterKey('Home', true, { row: 5, column: 2 }, size), { row: 0, column: 0 });
    assert.deepEqual(placeAfterKey('End', true, { row: 5, column: 0 }, size), { row: 99, column: 2 });
  });

  it('turns pages without leaving the rows', () => {
    assert.deepEqual(placeAfterKey('PageDown', false, { row: 95, column: 0 }, size), { row: 99, column: 0 });
    assert.deepEqual(placeAfterKey('PageUp', false, { row: 5, column: 0 }, size), { row: 0, column: 0 });
  });

  it('leaves other keys, and has only a head where there are no rows', () => {
    assert.equal(placeAfterKey('x', false, { row: 5, column: 0 }, size), undefined);
    assert.deepEqual(placeAfterKey('End', true, { row: -1, column: 0 }, { ...size, rows: 0 }), { row: -1, column: 2 });
  });
});
