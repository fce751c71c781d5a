import * as assert from 'node:assert/strict';
import { stepGaps } from '../../../src/core/explain/stepGaps';

describe('stepGaps', () => {
  const at = (...times: readonly (string | undefined)[]) => stepGaps(times.map((time) => (time ? { time } : {})));

  it('measures from step to step', () => {
    const gaps = at('2026-01-01T00:00:00.100Z', '2026-01-01T00:00:00.350Z', '2026-01-01T00:00:00.350Z');
    assert.deepEqual(gaps, [undefined, 250, 0]);
  });

  it('knows nothing of steps without a time, and measures across them', () => {
    assert.deepEqual(at('2026-01-01T00:00:00Z', undefined, '2026-01-01T00:00:02Z'), [undefined, undefined, 2_000]);
    assert.deepEqual(at(undefined, undefined), [undefined, undefined]);
    assert.deepEqual(at(), []);
  });

  it('says nothing where the clock went back, and goes on from there', () => {
    const gaps = at('2026-01-01T00:00:05Z', '2026-01-01T00:00:01Z', '2026-01-01T00:00:02Z');
    assert.deepEqual(gaps, [undefined, undefined, 1_000]);
  });
});
