import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { characterBoundary, TextMeasure } from '../../../src/core/scan/textMeasure';

/** What a decoder says: UTF-16 units, and line ends of each kind. */
function expected(bytes: Uint8Array): object {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const ends = text.match(/\r\n|\r|\n/g) ?? [];
  const pairs = ends.filter((end) => end === '\r\n').length;
  return {
    shrink: bytes.length - text.length,
    soloLineEnds: ends.length - pairs,
    pairedLineEnds: pairs,
    returns: ends.filter((end) => end === '\r').length,
  };
}

function counted({ shrink, soloLineEnds, pairedLineEnds, returns }: TextMeasure): object {
  return { shrink, soloLineEnds, pairedLineEnds, returns };
}

/** Bytes with many beginnings of characters, continuations and line ends. */
const bytes = fc
  .uint8Array({ maxLength: 60 })
  .map((noise) => noise.map((byte) => (byte % 5 === 0 ? 0x0d - 3 * (byte % 2) : byte % 5 === 1 ? 0x41 : byte)));
const text = fc.string({ unit: 'binary', maxLength: 30 }).map((each) => new TextEncoder().encode(each));

describe('TextMeasure', () => {
  it('counts like the decoder of the platform, for any bytes', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, text, fc.uint8Array()), (each) => {
        const measure = new TextMeasure();
        measure.add(each, 0, each.length);
        assert.deepEqual(counted(measure), expected(each));
        const isValid = !new TextDecoder().decode(each).includes('\uFFFD');
        if (isValid) assert.equal(measure.invalidParts, 0);
      }),
      { numRuns: 500 },
    );
  });

  it('counts the same when the bytes come in pieces that end at characters', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, text), fc.array(fc.nat(12)), (each, steps) => {
        const measure = new TextMeasure();
        let at = 0;
        for (const step of steps) {
          const next = characterBoundary(each, at, Math.min(each.length, at + step));
          measure.add(each, at, next);
          at = next;
        }
        measure.add(each, at, each.length);
        assert.deepEqual(counted(measure), expected(each));
      }),
      { numRuns: 500 },
    );
  });

  it('says where the first invalid byte of a range stands', () => {
    const measure = new TextMeasure();
    measure.add(Uint8Array.of(0x41, 0xc3, 0xa4, 0xff, 0xfe), 0, 5);
    assert.equal(measure.firstInvalidAt, 3);
    assert.equal(measure.invalidParts, 2);
  });
});
