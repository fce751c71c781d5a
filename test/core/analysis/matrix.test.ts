import * as assert from 'node:assert/strict';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { drawStore } from '../../support/drawStore';
import { foundBy } from '../../support/foundBy';

describe('matrix', () => {
  const analysis = new LogAnalysis(
    drawStore([
      { jobId: 'box.1', job: 'Box', cycle: 'c1', action: 'create', status: 'failure', sourceId: 'A', time: 2_000 },
      { jobId: 'box.1', job: 'Box', cycle: 'c1', action: 'create', status: 'failure', sourceId: 'A', time: 1_000 },
      { jobId: 'box.1', job: 'Box', cycle: 'c2', action: 'create', status: 'success', sourceId: 'B' },
      { job: 'Slack', action: 'delete', status: 'skipped' },
    ]),
  );

  it('counts actions by status in each job, with its objects and its time', () => {
    assert.deepEqual(analysis.matrix(foundBy(analysis, ''), 'job', 10), {
      total: 2,
      groups: [
        {
          ...{ key: 'box.1', job: 'Box', events: 3, objects: 2, firstTimeMs: 1_000, lastTimeMs: 2_000 },
          counts: { create: { failure: 2, success: 1 } },
        },
        { key: 'Slack', job: 'Slack', events: 1, objects: 0, counts: { delete: { skipped: 1 } } },
      ],
    });
  });

  it('counts what the query finds in each cycle, the largest where there are too many', () => {
    const { total, groups } = analysis.matrix(foundBy(analysis, 'job:Box'), 'cycle', 1);
    assert.equal(total, 2);
    assert.deepEqual(
      groups.map(({ key, job, events }) => [key, job, events]),
      [['c1', 'Box', 2]],
    );
  });
});
