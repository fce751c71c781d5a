import * as assert from 'node:assert/strict';
import { formatBytes, formatCount, formatCounted, formatTime } from '../../../src/core/text/formatValue';

describe('formatValue', () => {
  it('separates thousands', () => {
    assert.deepEqual([0, 999, 1_000, 1_234_567].map(formatCount), ['0', '999', '1,000', '1,234,567']);
  });

  it('puts the noun into the right number', () => {
    assert.deepEqual(
      [formatCounted(1, 'event'), formatCounted(0, 'event'), formatCounted(2, 'entry', 'entries')],
      ['1 event', '0 events', '2 entries'],
    );
  });

  it('writes sizes in decimal units, and never a thousand of one', () => {
    assert.deepEqual([0, 1, 999, 1_000, 99_949, 99_950, 999_499, 999_500, 4_200_000, 1_000_000_000].map(formatBytes), [
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1.0 kB',
      '99.9 kB',
      '100 kB',
      '999 kB',
      '1.0 MB',
      '4.2 MB',
      '1.0 GB',
    ]);
  });

  it('writes times in UTC and says so', () => {
    assert.equal(formatTime(Date.UTC(2026, 0, 2, 3, 4, 5, 678)), '2026-01-02 03:04:05 UTC');
    assert.equal(formatTime(Number.NaN), '');
    assert.equal(formatTime(8.64e15 + 1), '');
  });
});
