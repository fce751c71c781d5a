import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readTime, timeText } from '../../../src/core/record/readTime';

describe('readTime', () => {
  const cases = [
    ['2026-07-17T12:31:10Z', '2026-07-17T12:31:10.000Z'],
    ['2026-07-17T12:31:10.1234567Z', '2026-07-17T12:31:10.123Z'],
    ['2026-07-17T12:31:10.5Z', '2026-07-17T12:31:10.500Z'],
    ['2026-07-17 12:31:10', '2026-07-17T12:31:10.000Z'],
    ['2026-07-17T14:31:10+02:00', '2026-07-17T12:31:10.000Z'],
    ['2026-07-17T07:01:10-0530', '2026-07-17T12:31:10.000Z'],
    ['2026-07-17', '2026-07-17T00:00:00.000Z'],
    ['3/24/2026 7:17:42 AM', '2026-03-24T07:17:42.000Z'],
    ['3/24/2026 12:17:42 AM', '2026-03-24T00:17:42.000Z'],
    ['3/24/2026, 12:17:42 PM', '2026-03-24T12:17:42.000Z'],
    ['/Date(1563926400000)/', '2019-07-24T00:00:00.000Z'],
    ['\\/Date(1563926400000)\\/', '2019-07-24T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', ''],
    ['2026-02-30T00:00:00Z', ''],
    ['2026-01-01T25:00:00Z', ''],
    ['yesterday', ''],
    ['', ''],
  ] as const;
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text)} as ${expected || 'no time'}`, () => {
      assert.equal(timeText(readTime(text)), expected);
    });
  }

  it('reads back every time it writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        assert.equal(readTime(timeText(date.getTime())), date.getTime());
      }),
    );
  });

  it('takes any text without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(typeof timeText(readTime(text)), 'string')));
  });
});
