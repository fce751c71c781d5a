import * as assert from 'node:assert/strict';
import { compilePaths } from '../../../src/core/scan/pathTree';
import { hitKind, IS_BROKEN, NEEDS_MORE, oddity, ValueScanner } from '../../../src/core/scan/valueScanner';
import { utf8 } from '../../support/scanLog';

const paths = compilePaths([{ field: 7, path: 'a' }]);

/** Scans with the 0 and the three more bytes that the scanner wants behind its input. */
function scan(bytes: Uint8Array): { scanner: ValueScanner; end: number } {
  const padded = new Uint8Array(bytes.length + 4);
  padded.set(bytes);
  const scanner = new ValueScanner();
  return { scanner, end: scanner.scan(padded, 0, bytes.length, paths) };
}

describe('ValueScanner', () => {
  it('sees every byte that matters at every place of a text', () => {
    for (let byte = 0; byte < 256; byte++) {
      for (let place = 0; place < 9; place++) {
        const bytes = utf8(`{"a":"${'x'.repeat(9)}"}`);
        bytes[6 + place] = byte;
        const { scanner, end } = scan(bytes);
        if (byte === 0x22) {
          const isAtEnd = place === 8;
          // The text ends there, and what follows is no JSON; at the last place an empty text begins behind it.
          assert.equal(end, IS_BROKEN, `${byte} at ${place}`);
          assert.equal(scanner.faultAt, isAtEnd ? 15 : 7 + place);
        } else if (byte === 0x5c) {
          assert.equal(end, place === 8 ? NEEDS_MORE : bytes.length);
          if (place < 8) assert.equal(scanner.hitKinds[0], hitKind.escapedText);
        } else {
          assert.equal(end, bytes.length, `${byte} at ${place}`);
          assert.deepEqual([scanner.hitStarts[0], scanner.hitEnds[0]], [6, 15]);
          const isControl = byte < 0x20;
          const isLineEnd = byte === 0x0a || byte === 0x0d;
          const expected = byte >= 0x80 ? oddity.notAscii : isControl ? oddity.controlCharacter : 0;
          assert.equal(scanner.oddities, expected | (isLineEnd ? oddity.lineEnd : 0));
          assert.equal(scanner.oddAt, isControl ? 6 + place : -1);
        }
      }
    }
  });

  it('tells the kinds of values', () => {
    for (const [text, kind] of [
      ['"x"', hitKind.text],
      ['"\\n"', hitKind.escapedText],
      ['-1.5e+3', hitKind.number],
      ['12345678901234567890123', hitKind.number],
      ['true', hitKind.boolean],
      ['null', hitKind.null],
      ['[]', hitKind.container],
      ['{}', hitKind.container],
    ] as const) {
      const { scanner, end } = scan(utf8(`{"A" : ${text} }`));
      assert.equal(end, text.length + 9);
      assert.deepEqual([scanner.hitCount, scanner.hitFields[0], scanner.hitKinds[0]], [1, 7, kind]);
    }
  });

  it('asks for more at every place where a value is cut', () => {
    const text = '{"a":[1,{"b":"\\u00e4\\\\"},true,null],"c":-2.5}';
    for (let length = 1; length < text.length; length++) {
      assert.equal(scan(utf8(text.slice(0, length))).end, NEEDS_MORE, text.slice(0, length));
    }
    assert.equal(scan(utf8(text)).end, text.length);
  });

  for (const text of [
    '{"a" 1}',
    '{"a":1 "b":2}',
    '{a:1}',
    '{"a":}',
    '{"a":1]',
    '[1 2]',
    '[,]',
    '{,}',
    '{1:2}',
    'nope',
    ']',
    '{"a":tru3}',
    '[1}',
  ]) {
    it(`calls ${text} broken`, () => {
      assert.equal(scan(utf8(text)).end, IS_BROKEN);
    });
  }
});
