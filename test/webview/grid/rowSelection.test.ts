import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  countOf,
  extendedTo,
  isSelected,
  nothingSelected,
  onlyRow,
  selectedRows,
  withToggled,
  type RowSelection,
} from '../../../src/webview/grid/rowSelection';

describe('rowSelection', () => {
  it('selects nothing before somebody was there', () => {
    assert.deepEqual(selectedRows(nothingSelected, 5), []);
    assert.deepEqual(selectedRows(extendedTo(nothingSelected, 3), 5), [{ first: 3, last: 3 }]);
  });

  it('keeps what was added with Ctrl while Shift goes on from there', () => {
    const selection = extendedTo(extendedTo(withToggled(onlyRow(1), 4), 9), 6);
    assert.deepEqual(selectedRows(selection, 20), [
      { first: 1, last: 1 },
      { first: 4, last: 6 },
    ]);
    assert.deepEqual(selectedRows(withToggled(selection, 5), 20), [
      { first: 1, last: 1 },
      { first: 4, last: 4 },
      { first: 6, last: 6 },
    ]);
  });

  it('forgets what lies behind the last row', () => {
    assert.deepEqual(selectedRows(extendedTo(onlyRow(2), 9), 5), [{ first: 2, last: 4 }]);
  });

  it('is the same as a set of rows that each step changes', () => {
    const steps = fc.array(fc.record({ way: fc.constantFrom('only', 'extend', 'toggle'), row: fc.nat(12) }));
    fc.assert(
      fc.property(steps, (taken) => {
        let selection: RowSelection = nothingSelected;
        let before = new Set<number>();
        let live = new Set<number>();
        let anchor: number | undefined;
        for (const { way, row } of taken) {
          if (way === 'only') {
            [selection, before, live, anchor] = [onlyRow(row), new Set(), new Set([row]), row];
          } else if (way === 'extend') {
            selection = extendedTo(selection, row);
            anchor ??= row;
            live = new Set();
            for (let at = Math.min(anchor, row); at <= Math.max(anchor, row); at++) live.add(at);
          } else {
            selection = withToggled(selection, row);
            before = new Set([...before, ...live]);
            live = new Set();
            if (!before.delete(row)) live.add(row);
            anchor = row;
          }
          const expected = new Set([...before, ...live]);
          const stretches = selectedRows(selection, 13);
          assert.equal(countOf(stretches), expected.size);
          for (let at = 0; at < 13; at++) assert.equal(isSelected(selection, at), expected.has(at));
        }
      }),
    );
  });
});
