import * as assert from 'node:assert/strict';
import { LogAnalysis } from '../../../../src/core/analysis/logAnalysis';
import { idsOfRow, joinIds, MAX_OBJECT_IDS, rowsAbout } from '../../../../src/core/analysis/story/objectIds';
import { aboutIds } from '../../../../src/core/analysis/story/storyQuery';
import { drawStore, type DrawnEvent } from '../../../support/drawStore';
import { foundBy } from '../../../support/foundBy';

const zeros = '00000000-0000-0000-0000-000000000000';

function storyOf(events: readonly DrawnEvent[], row: number) {
  const analysis = new LogAnalysis(drawStore(events));
  const ids = joinIds(analysis.store, idsOfRow(analysis.store, row));
  return { analysis, ids, rows: rowsAbout(analysis.store, ids) };
}

describe('the IDs of an object', () => {
  const events: readonly DrawnEvent[] = [
    { job: 'Workday', sourceId: 'W-1', targetId: 'entra-1', identity: 'Anna Müller' },
    { job: 'Salesforce', sourceId: 'ENTRA-1', targetId: 'sf-1', identity: 'Anna Schmidt' },
    { job: 'Box', sourceId: 'entra-1', reportable: 'anna@contoso.com' },
    { job: 'Slack', targetId: 'slack-9', reportable: 'Anna@Contoso.com' },
    { job: 'Slack', sourceId: 'entra-2', targetId: zeros, identity: 'Anna Müller' },
    { job: 'Slack', sourceId: 'entra-3', targetId: zeros },
    { job: 'Zoom', identity: 'Anna Müller' },
    { job: 'Zoom', identity: 'anna müller' },
    {},
  ];

  it('join the events of a chain of jobs, whichever of them was asked about', () => {
    for (const row of [0, 1, 2, 3]) assert.deepEqual(storyOf(events, row).rows, [0, 1, 2, 3]);
  });

  it('are not zeros, which systems write where they have nothing', () => {
    assert.deepEqual(storyOf(events, 4).rows, [4]);
  });

  it('are the name only where there is nothing else', () => {
    assert.deepEqual(storyOf(events, 6).rows, [6, 7]);
    assert.deepEqual(storyOf(events, 8).rows, []);
  });

  it('can be asked for as a query', () => {
    const { analysis, ids, rows } = storyOf(events, 3);
    assert.deepEqual([...foundBy(analysis, aboutIds(ids)).set.page(0, 100)], rows);
    assert.equal(
      aboutIds({ ids: ['a'], reportables: [], names: ['B c'] }),
      'sourceId:a OR targetId:a OR identity:"B c"',
    );
  });

  it('do not grow together where one of them stands for everybody', () => {
    const shared = Array.from({ length: 2 * MAX_OBJECT_IDS }, (_, n) => ({ sourceId: `p${n}`, targetId: 'shared' }));
    assert.deepEqual(storyOf(shared, 0).ids.ids, ['p0', 'shared']);
  });
});
