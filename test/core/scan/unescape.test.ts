import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findLoneSurrogate, unescapeInto } from '../../../src/core/scan/unescape';
import { UNESCAPE_GAP } from '../../../src/core/scan/simdUnescape';
import { engines } from '../../support/engines';
import { utf8 } from '../../support/scanLog';
import { wellFormed } from '../../support/wellFormed';

/** What a text is without its escapes; every engine must say the same. */
function unescaped(text: string): string {
  const source = utf8(text);
  const target = new Uint8Array(source.length);
  const expected = target.subarray(0, unescapeInto(target, 0, source, 0, source.length));
  for (const engine of engines) {
    const { grown, unescape } = engine.create();
    const bytes = grown(undefined, 2 * source.length + UNESCAPE_GAP + 64);
    const from = 3 + source.length + UNESCAPE_GAP;
    bytes.set(source, from);
    const end = unescape(bytes, 3, from, from + source.length);
    assert.deepEqual([...bytes.subarray(3, end)], [...expected]);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(expected);
}

/** Every unit spelled as an escape, as some writers do. */
function allEscaped(text: string): string {
  return Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

describe('unescapeInto', () => {
  it('reads what JSON.parse reads', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isAll) => {
        const inside = isAll ? allEscaped(text) : JSON.stringify(text).slice(1, -1);
        assert.equal(unescaped(inside), wellFormed(JSON.parse(`"${inside}"`) as string));
      }),
    );
  });

  it('reads texts that are full of escapes', function () {
    this.timeout(60_000);
    const part = fc.constantFrom('\\"', '\\\\', '\\/', '\\n', '\\u00e4', 'a', ':', 'é', 'bcdefgh', '\\\\\\"');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const inside = parts.join('');
        assert.equal(unescaped(inside), JSON.parse(`"${inside}"`));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a backslash that begins no escape', () => {
    for (const text of ['\\', 'a\\', '\\x', '\\u12', '\\u12g4', '\\ud83d\\u']) {
      assert.doesNotThrow(() => unescaped(text));
    }
    assert.equal(unescaped('\\x\\u12g4'), '\\x\\u12g4');
  });
});

describe('findLoneSurrogate', () => {
  it('finds the first half that has no other half', () => {
    for (const [text, at] of [
      ['"\\ud83d\\ude00"', -1],
      ['"\\ud83d\\ude00 \\ude00"', 14],
      ['"\\ud83d"', 1],
      ['"\\\\ud83d"', -1],
      ['"\\\\\\ud83d"', 3],
      ['"\\u00e4"', -1],
    ] as const) {
      const bytes = utf8(text);
      assert.equal(findLoneSurrogate(bytes, 0, bytes.length), at, text);
    }
  });
});
