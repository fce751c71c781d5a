import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { drawStore, type DrawnEvent } from '../../support/drawStore';
import { foundBy } from '../../support/foundBy';

function over(events: readonly DrawnEvent[], maxBuckets: number) {
  const analysis = new LogAnalysis(drawStore(events));
  return analysis.timeline(foundBy(analysis, ''), maxBuckets);
}

describe('timeline', () => {
  it('counts by status in buckets of a round length that begin at round times', () => {
    const { bucketMs, startMs, bucketCount, byStatus, untimed } = over(
      [
        { time: '2026-01-01T00:59:00Z', status: 'success' },
        { time: '2026-01-01T01:00:00Z', status: 'failure' },
        { time: '2026-01-01T03:59:59.999Z', status: 'failure' },
        { status: 'failure' },
      ],
      4,
    );
    assert.equal(bucketMs, 3_600_000);
    assert.equal(new Date(startMs).toISOString(), '2026-01-01T00:00:00.000Z');
    assert.equal(bucketCount, 4);
    assert.deepEqual(byStatus.success, [1, 0, 0, 0]);
    assert.deepEqual(byStatus.failure, [0, 1, 0, 1]);
    assert.equal(untimed, 1);
  });

  it('begins weeks on Mondays', () => {
    const { bucketMs, startMs } = over([{ time: '2026-01-01T00:00:00Z' }, { time: '2026-02-01T00:00:00Z' }], 5);
    assert.equal(bucketMs, 7 * 86_400_000);
    assert.equal(new Date(startMs).getUTCDay(), 1);
  });

  it('has no bucket without times', () => {
    assert.deepEqual(over([{ status: 'failure' }], 10).byStatus.failure, []);
    assert.equal(over([], 10).bucketCount, 0);
  });

  it('puts every event with a time into one of the buckets, of which there are not too many', () => {
    const moment = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(fc.array(moment), fc.integer({ min: 2, max: 200 }), (moments, maxBuckets) => {
        const { byStatus, bucketCount, untimed } = over(
          moments.map((time) => ({ time, status: 'warning' })),
          maxBuckets,
        );
        assert.ok(bucketCount <= maxBuckets);
        assert.equal(byStatus.warning.length, bucketCount);
        assert.equal(byStatus.warning.reduce((sum, count) => sum + count, 0) + untimed, moments.length);
        assert.equal(untimed, 0);
        if (moments.length > 0) assert.ok(byStatus.warning[0]! > 0 && byStatus.warning.at(-1)! > 0);
      }),
    );
  });
});
