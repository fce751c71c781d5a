import * as assert from 'node:assert/strict';
import { facets } from '../../../src/core/analysis/facets';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import type { FieldId } from '../../../src/core/columns/derivedColumns';
import { drawStore } from '../../support/drawStore';
import { foundBy } from '../../support/foundBy';

describe('facet counts', () => {
  const analysis = new LogAnalysis(
    drawStore([
      {
        status: 'failure',
        action: 'create',
        code: 'BoxEntryConflict',
        job: 'Box',
        attribute: ['mail', 'Mail', 'name'],
      },
      { status: 'failure', action: 'update', code: 'boxentryconflict', job: 'Box' },
      { status: 'success', action: 'create', job: 'Workday', attribute: ['mail'] },
      { status: 'skipped', action: 'other', code: 'TargetSystemTimeout', job: 'Workday' },
    ]),
  );
  const counts = (query: string, field: FieldId, limit = 100, typed?: string) =>
    analysis
      .countFacet(field, foundBy(analysis, query), { limit, ...(typed !== undefined && { typed }) })
      .values.map(({ value, count, state }) => `${value} ${count}${state === 'open' ? '' : ` ${state}`}`);

  it('count every facet of the list, whatever it is', () => {
    const counted = analysis.countFacets(foundBy(analysis, ''), { limit: 10 });
    assert.deepEqual(
      counted.map(({ field }) => field),
      facets.map(({ field }) => field),
    );
    for (const { field, distinct, values } of counted) assert.equal(distinct, values.length, field);
  });

  it('stand in the order of the words, or most frequent first', () => {
    assert.deepEqual(counts('', 'status'), ['success 1', 'failure 2', 'skipped 1']);
    assert.deepEqual(counts('', 'code'), ['BoxEntryConflict 2', 'TargetSystemTimeout 1', ' 1']);
  });

  it('do not hide other values behind those that are included', () => {
    assert.deepEqual(counts('status:failure job:Box', 'status'), ['failure 2 included']);
    assert.deepEqual(counts('status:failure', 'status'), ['success 1', 'failure 2 included', 'skipped 1']);
    assert.deepEqual(counts('status:failure', 'action'), ['create 1', 'update 1']);
    assert.deepEqual(counts('-job:Box', 'job'), ['Box 2 excluded', 'Workday 2']);
  });

  it('keep what the query names, also where nothing is found', () => {
    assert.deepEqual(counts('status:failure job:Workday', 'job'), ['Box 2', 'Workday 0 included']);
    assert.deepEqual(counts('code:TargetSystemTimeout', 'code', 1), [
      'BoxEntryConflict 2',
      'TargetSystemTimeout 1 included',
    ]);
  });

  it('count an event once for each entry of a list, in any casing', () => {
    assert.deepEqual(counts('', 'attribute'), ['mail 2', ' 2', 'name 1']);
  });

  it('tell how many values there are behind those that are listed', () => {
    const { values, distinct } = analysis.countFacet('code', foundBy(analysis, ''), { limit: 1 });
    assert.equal(values.length, 1);
    assert.equal(distinct, 3);
  });

  it('search', () => {
    assert.deepEqual(counts('', 'code', 100, 'CONFL'), ['BoxEntryConflict 2']);
  });

  it('name values for people', () => {
    const { values } = analysis.countFacet('turn', foundBy(analysis, ''), { limit: 10 });
    assert.deepEqual(
      values.map(({ value, label }) => `${value}: ${label}`),
      ['wait: Wait', 'sourceData: Source data', ': '],
    );
  });
});
