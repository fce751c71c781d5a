import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { characterBoundary, type TextMeasure } from '../../../src/core/scan/textMeasure';
import { engines } from '../../support/engines';

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
const noise = fc
  .uint8Array({ maxLength: 60 })
  .map((each) => each.map((byte) => (byte % 5 === 0 ? 0x0d - 3 * (byte % 2) : byte % 5 === 1 ? 0x41 : byte)));
const text = fc.string({ unit: 'binary', maxLength: 30 }).map((each) => new TextEncoder().encode(each));

/** A new measure of each engine, and the bytes where it looks for them, with others behind them. */
function measures(bytes: Uint8Array): { name: string; measure: TextMeasure; held: Uint8Array }[] {
  return engines.map((each) => {
    const engine = each.create();
    const held = engine.grown(undefined, bytes.length + 40).fill(0xc3);
    held.set(bytes);
    return { name: each.name, measure: engine.measure, held };
  });
}

describe('TextMeasure', () => {
  it('counts like the decoder of the platform, for any bytes', () => {
    fc.assert(
      fc.property(fc.oneof(noise, text, fc.uint8Array()), (each) => {
        for (const { name, measure, held } of measures(each)) {
          measure.add(held, 0, each.length);
          assert.deepEqual(counted(measure), expected(each), name);
          const isValid = !new TextDecoder().decode(each).includes('\uFFFD');
          if (isValid) assert.equal(measure.invalidParts, 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts the same when the bytes come in pieces that end at characters', () => {
    fc.assert(
      fc.property(fc.oneof(noise, text), fc.array(fc.nat(12)), (each, steps) => {
        for (const { name, measure, held } of measures(each)) {
          let at = 0;
          for (const step of steps) {
            const next = characterBoundary(each, at, Math.min(each.length, at + step));
            measure.add(held, at, next);
            at = next;
          }
          measure.add(held, at, each.length);
          assert.deepEqual(counted(measure), expected(each), name);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says where the first invalid byte of a range stands', () => {
    const invalid = Uint8Array.of(0x41, 0xc3, 0xa4, 0xff, 0xfe);
    for (const { measure, held } of measures(invalid)) {
      measure.add(held, 0, 5);
      assert.equal(measure.firstInvalidAt, 3);
      assert.equal(measure.invalidParts, 2);
      measure.add(held, 0, 3);
      assert.equal(measure.firstInvalidAt, -1);
    }
  });

  it('finds a character, a line end and an invalid byte at every place of a long text', () => {
    for (let place = 0; place < 50; place++) {
      for (const inside of ['ä', '美', '😀', '\r', '\n', '\r\n']) {
        const each = new TextEncoder().encode('x'.repeat(place) + inside + 'y'.repeat(50 - place));
        for (const { name, measure, held } of measures(each)) {
          measure.add(held, 0, each.length);
          assert.deepEqual(counted(measure), expected(each), `${name}, ${inside} at ${place}`);
        }
      }
    }
  });
});
