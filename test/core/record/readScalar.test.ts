import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { numberIn, timeIn } from '../../../src/core/record/readScalar';
import { readTime } from '../../../src/core/record/readTime';
import { spelledTime } from '../../support/spelledTime';

const encoder = new TextEncoder();
const timeOf = (text: string): number => timeIn(encoder.encode(`"${text}"`), 1, text.length + 1);
const numberOf = (text: string): number => {
  const bytes = encoder.encode(text);
  return numberIn(bytes, 0, bytes.length);
};

describe('timeIn', () => {
  it('reads what readTime reads', () => {
    fc.assert(
      fc.property(fc.oneof(spelledTime, fc.string({ unit: 'grapheme-ascii' })), (text) => {
        assert.equal(timeOf(text), readTime(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads every day of a leap year and of another', () => {
    for (const start of [Date.UTC(2024, 0, 1), Date.UTC(2100, 0, 1)]) {
      for (let day = 0; day < 366; day++) {
        const ms = start + day * 86_400_000 + 45_296_789;
        assert.equal(timeOf(new Date(ms).toISOString()), ms);
      }
    }
    assert.ok(Number.isNaN(timeOf('2026-02-29T00:00:00Z')));
    assert.ok(Number.isNaN(timeOf('')));
  });
});

describe('numberIn', () => {
  it('reads numbers, and texts that spell one', () => {
    for (const [text, value] of [
      ['0', 0],
      ['91009', 91_009],
      ['-1.5e3', -1500],
      [' 12 ', 12],
      ['123456789012', 123_456_789_012],
    ] as const) {
      assert.equal(numberOf(text), value);
    }
    for (const text of ['', ' ', 'x', '1e999', '12x']) assert.ok(Number.isNaN(numberOf(text)), text);
  });
});
