import * as assert from 'node:assert/strict';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { drawStore } from '../../support/drawStore';
import { foundBy } from '../../support/foundBy';

describe('durations', () => {
  const analysis = new LogAnalysis(
    drawStore([
      ...Array.from({ length: 100 }, (_, row) => ({ jobId: 'a', job: 'Box', duration: 100 - row })),
      { jobId: 'b', job: 'Slack', duration: 5_000 },
      { jobId: 'c', job: 'No durations' },
    ]),
  );

  it('are told for all events and for each job, the slowest job first', () => {
    const { count, medianMs, p95Ms, longestMs, jobs, slowest } = analysis.durations(foundBy(analysis, ''), 3);
    assert.deepEqual([count, medianMs, p95Ms, longestMs], [101, 51, 96, 5_000]);
    assert.deepEqual(jobs, [
      { jobId: 'b', job: 'Slack', count: 1, medianMs: 5_000, p95Ms: 5_000, longestMs: 5_000 },
      { jobId: 'a', job: 'Box', count: 100, medianMs: 50, p95Ms: 95, longestMs: 100 },
    ]);
    assert.deepEqual(slowest, [100, 0, 1]);
  });

  it('are nothing where no event has one', () => {
    const none = analysis.durations(foundBy(analysis, 'jobId:c'), 3);
    assert.deepEqual(none, { count: 0, medianMs: 0, p95Ms: 0, longestMs: 0, jobs: [], slowest: [] });
  });
});
