import * as assert from 'node:assert/strict';
import { formatDistance, formatDuration } from '../../../src/core/text/formatDuration';

describe('formatDuration', () => {
  const durations: readonly [number, string][] = [
    [0, '0 ms'],
    [850, '850 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [3_236, '3.2 s'],
    [9_949, '9.9 s'],
    [9_950, '10 s'],
    [59_499, '59 s'],
    [59_900, '1 min'],
    [91_009, '1 min 31 s'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
    [190_800_000, '2 d 5 h'],
    [-1, ''],
    [NaN, ''],
    [Infinity, ''],
  ];
  for (const [durationMs, text] of durations) {
    it(`writes ${durationMs} as ${JSON.stringify(text)}`, () => assert.equal(formatDuration(durationMs), text));
  }
});

describe('formatDistance', () => {
  const now = Date.UTC(2026, 0, 10);
  const distances: readonly [number, string][] = [
    [0, 'now'],
    [-29_999, 'now'],
    [-30_000, '30 seconds ago'],
    [60_000, 'in 1 minute'],
    [-7_200_000, '2 hours ago'],
    [3 * 86_400_000, 'in 3 days'],
    [-400 * 86_400_000, '400 days ago'],
  ];
  for (const [distance, text] of distances) {
    it(`writes ${distance} ms away as ${text}`, () => assert.equal(formatDistance(now + distance, now), text));
  }
});
