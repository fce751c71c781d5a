import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { RowSet } from '../../../src/core/query/rowSet';

const flags = fc.array(fc.boolean(), { maxLength: 200 });
const fromFlags = (picked: readonly boolean[]) => RowSet.where(picked.length, (row) => picked[row]!);
const rowsOf = (picked: readonly boolean[]) => picked.flatMap((isPicked, row) => (isPicked ? [row] : []));

describe('RowSet', () => {
  it('holds the rows that were picked', () => {
    fc.assert(
      fc.property(flags, (picked) => {
        const set = fromFlags(picked);
        const rows = rowsOf(picked);
        assert.equal(set.count, rows.length);
        assert.deepEqual([...set.page(0, Infinity)], rows);
        assert.deepEqual(
          picked.map((_, row) => set.has(row)),
          picked,
        );
        assert.equal(set.has(picked.length), false);
        assert.equal(set.has(-1), false);
      }),
    );
  });

  it('picks rows by the marks of their entries', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 100 }), (entries) => {
        const set = RowSet.whereEntry(entries.length, Uint8Array.from(entries), Uint8Array.from([0, 1, 0, 1]));
        assert.deepEqual([...set.page(0, 100)], rowsOf(entries.map((entry) => entry % 2 === 1)));
      }),
    );
  });

  it('pages in file order', () => {
    fc.assert(
      fc.property(flags, fc.nat(220), fc.nat(220), (picked, offset, limit) => {
        assert.deepEqual([...fromFlags(picked).page(offset, limit)], rowsOf(picked).slice(offset, offset + limit));
      }),
    );
  });

  it('combines like single truths do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 100 }), (pairs) => {
        const a = fromFlags(pairs.map(([left]) => left));
        const b = fromFlags(pairs.map(([, right]) => right));
        const rows = (set: RowSet) => [...set.page(0, pairs.length)];
        assert.deepEqual(rows(a.and(b)), rowsOf(pairs.map(([left, right]) => left && right)));
        assert.deepEqual(rows(a.or(b)), rowsOf(pairs.map(([left, right]) => left || right)));
        assert.deepEqual(rows(a.without(b)), rowsOf(pairs.map(([left, right]) => left && !right)));
        assert.deepEqual(rows(a.filter((row) => b.has(row))), rows(a.and(b)));
        assert.deepEqual(rows(a.not()), rowsOf(pairs.map(([left]) => !left)));
        assert.equal(RowSet.all(pairs.length).count, pairs.length);
        assert.equal(RowSet.none(pairs.length).count, 0);
      }),
    );
  });
});
