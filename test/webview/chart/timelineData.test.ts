import * as assert from 'node:assert/strict';
import type { Timeline } from '../../../src/core/analysis/timeline';
import { stacked, statusesIn, wholeBuckets } from '../../../src/webview/chart/timelineData';

const timeline: Timeline = {
  bucketMs: 1_000,
  startMs: 10_000,
  bucketCount: 3,
  byStatus: { success: [1, 2, 3], failure: [4, 0, 1], skipped: [0, 0, 0], warning: [0, 1, 0], unknown: [0, 0, 0] },
  untimed: 0,
};

describe('the data of the timeline chart', () => {
  it('stands statuses on each other, failures lowest', () => {
    const order = statusesIn(timeline);
    assert.deepEqual(order, ['failure', 'warning', 'success']);
    assert.deepEqual(stacked(timeline, order), [
      [4, 0, 1],
      [4, 1, 1],
      [5, 3, 4],
    ]);
  });

  it('widens a dragged stretch to whole buckets, inside the chart, in either direction', () => {
    assert.deepEqual(wholeBuckets(timeline, 10_200, 11_100), { startMs: 10_000, endMs: 12_000 });
    assert.deepEqual(wholeBuckets(timeline, 12_100, 11_500), { startMs: 11_000, endMs: 13_000 });
    assert.deepEqual(wholeBuckets(timeline, 0, 99_000), { startMs: 10_000, endMs: 13_000 });
    assert.deepEqual(wholeBuckets(timeline, 99_000, 99_001), { startMs: 12_000, endMs: 13_000 });
  });
});
