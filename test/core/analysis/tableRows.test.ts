import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { columns } from '../../../src/core/columns/columns';
import type { Sort } from '../../../src/core/analysis/sortRows';
import type { FieldId } from '../../../src/core/columns/derivedColumns';
import { drawStore } from '../../support/drawStore';
import { foundBy } from '../../support/foundBy';

describe('the table', () => {
  const analysis = new LogAnalysis(
    drawStore([
      { identity: 'bob', status: 'failure', duration: 30, time: '2026-01-02T00:00:00Z', id: 'e2' },
      { identity: 'Anna', status: 'success', duration: 7, id: 'e10' },
      { status: 'failure', duration: 30, attribute: ['mail', 'name'] },
      { identity: 'anna', status: 'skipped', reason: 'x'.repeat(600), id: 'E1' },
    ]),
  );
  const rows = (query: string, field: FieldId, isDescending = false, offset = 0, limit = 10) => [
    ...analysis.table.page(foundBy(analysis, query), { field, isDescending }, offset, limit),
  ];

  it('is sorted by texts ignoring case, equal ones in file order, absent ones last in both directions', () => {
    assert.deepEqual(rows('', 'identity'), [1, 3, 0, 2]);
    assert.deepEqual(rows('', 'identity', true), [0, 1, 3, 2]);
    assert.deepEqual(rows('', 'id'), [3, 1, 0, 2]);
  });

  it('is sorted by numbers and times', () => {
    assert.deepEqual(rows('', 'duration'), [1, 0, 2, 3]);
    assert.deepEqual(rows('', 'duration', true), [0, 2, 1, 3]);
    assert.deepEqual(rows('', 'time', true), [0, 1, 2, 3]);
  });

  it('is sorted by the words of an enum in their order', () => {
    assert.deepEqual(rows('', 'status'), [1, 0, 2, 3]);
  });

  it('holds what the query finds, page by page', () => {
    assert.deepEqual(rows('status:failure', 'identity'), [0, 2]);
    assert.deepEqual(rows('status:failure', 'identity', true, 1, 1), [2]);
    assert.deepEqual([...analysis.table.page(foundBy(analysis, 'status:failure'), undefined, 0, 10)], [0, 2]);
  });

  it('knows where a row stands', () => {
    const sort = { field: 'identity', isDescending: false } as const;
    assert.equal(analysis.table.placeOf(foundBy(analysis, ''), sort, 0), 2);
    assert.equal(analysis.table.placeOf(foundBy(analysis, ''), undefined, 3), 3);
    assert.equal(analysis.table.placeOf(foundBy(analysis, 'status:failure'), undefined, 2), 1);
    assert.equal(analysis.table.placeOf(foundBy(analysis, 'status:failure'), sort, 1), undefined);
  });

  it('knows what stands nearest to a row that the query does not find: the next one, or the last', () => {
    const sort = { field: 'identity', isDescending: false } as const;
    const nearest = (query: string, row: number, order?: Sort) =>
      analysis.table.nearestPlace(foundBy(analysis, query), order, row);
    assert.deepEqual(
      [0, 1, 2, 3].map((row) => nearest('', row, sort)),
      [2, 0, 3, 1],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 9].map((row) => nearest('status:failure', row)),
      [0, 1, 1, 1, 1],
    );
    // In order: 1, 3, 0, 2.
    assert.deepEqual(
      [1, 3, 0, 2].map((row) => nearest('status:(success OR failure)', row, sort)),
      [0, 1, 1, 2],
    );
    assert.equal(nearest('identity:nobody', 2, sort), 0);
  });

  it('writes cells as texts, long ones cut', () => {
    assert.deepEqual(analysis.table.row(0, ['time', 'duration', 'identity', 'turn']), {
      row: 0,
      status: 'failure',
      cells: ['2026-01-02T00:00:00.000Z', '30', 'bob', 'unknown'],
    });
    assert.deepEqual(analysis.table.row(2, ['time', 'attribute']).cells, ['', 'mail\nname']);
    assert.equal(analysis.table.row(3, ['reason']).cells[0], `${'x'.repeat(500)}…`);
  });

  it('can be sorted by every column, each row once', () => {
    for (const { id } of columns) assert.deepEqual(rows('', id).sort(), [0, 1, 2, 3], id);
  });

  it('is sorted as Array.sort would do it', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -3, max: 3 }))), fc.boolean(), (values, isDescending) => {
        const drawn = new LogAnalysis(drawStore(values.map((value) => (value === null ? {} : { duration: value }))));
        const sorted = [...values.keys()].sort((a, b) => {
          const [one, other] = [values[a] ?? null, values[b] ?? null];
          if (one === null || other === null) return Number(one === null) - Number(other === null);
          return isDescending ? other - one : one - other;
        });
        assert.deepEqual(
          [...drawn.table.page(foundBy(drawn, ''), { field: 'duration', isDescending }, 0, 1_000)],
          sorted,
        );
      }),
    );
  });
});
