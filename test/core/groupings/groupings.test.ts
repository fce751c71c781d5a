import * as assert from 'node:assert/strict';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { groupings } from '../../../src/core/groupings/groupings';
import { drawStore } from '../../support/drawStore';

describe('groupings', () => {
  const { store } = new LogAnalysis(
    drawStore([
      {
        jobId: 'box.1',
        job: 'Box',
        code: 'TargetSystemTimeout',
        status: 'failure',
        sourceId: 'A',
        identity: 'Anna',
        cycle: 'c1',
      },
      { jobId: 'box.1', job: 'Box', code: 'targetsystemtimeout', status: 'failure', sourceId: 'A', cycle: 'c2' },
      { jobId: 'slack', code: 'TeapotTooHot', status: 'failure', targetId: 'B' },
      { status: 'success' },
    ]),
  );
  const expected = {
    job: ['Box', 'Box', 'slack', 'No job'],
    code: ['TargetSystemTimeout', 'TargetSystemTimeout', 'TeapotTooHot', 'No error code'],
    person: ['Anna', 'Anna', 'B', 'No name'],
    cycle: ['c1', 'c2', 'No cycle', 'No cycle'],
    turn: ['Wait', 'Wait', 'Not known', 'No error'],
  };

  it('are all tried here', () => {
    assert.deepEqual(
      groupings.map(({ id }) => id),
      Object.keys(expected),
    );
  });

  for (const grouping of groupings) {
    it(`give each event a group: ${grouping.id}`, () => {
      const { groupOf, names } = grouping.groupsOf(store);
      assert.deepEqual(
        Array.from(groupOf, (group) => names[group]),
        expected[grouping.id as keyof typeof expected],
      );
    });
  }
});
