import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compilePaths } from '../../../src/core/scan/pathTree';
import { hitKind, IS_BROKEN, NEEDS_MORE, oddity, type ValueReader } from '../../../src/core/scan/valueScanner';
import { engines } from '../../support/engines';
import { utf8 } from '../../support/scanLog';

const paths = compilePaths([{ field: 7, path: 'a' }]);

const made = engines.map((engine) => engine.create());

/** Scans with every engine, which must answer the same. */
function scan(bytes: Uint8Array, wanted = paths): { scanner: ValueReader; end: number } {
  const [expected, ...others] = made.map((engine) => {
    // A 0 behind the value and three more bytes, as scanners want it; what follows is not to be looked at.
    const room = engine.grown(undefined, bytes.length + 100).fill(0x22);
    room.set(bytes);
    room.fill(0, bytes.length, bytes.length + 4);
    return { scanner: engine.values, end: engine.values.scan(room, 0, bytes.length, wanted) };
  });
  for (const { scanner, end } of others) {
    assert.equal(end, expected!.end);
    assert.deepEqual(answerOf(scanner, end), answerOf(expected!.scanner, end));
  }
  return expected!;
}

function answerOf(scanner: ValueReader, end: number): unknown {
  const { hitCount, hitFields, hitKinds, hitStarts, hitEnds, oddities, oddAt, faultAt } = scanner;
  const { soloLineEnds, pairedLineEnds, returns } = scanner;
  const hits = [hitFields, hitKinds, hitStarts, hitEnds].map((numbers) => [...numbers.subarray(0, hitCount)]);
  const lineEnds = (oddities & oddity.lineEnd) !== 0 && { soloLineEnds, pairedLineEnds, returns };
  return { hits, oddities, oddAt, ...lineEnds, ...(end < 0 && { faultAt }) };
}

describe('ValueScanner', () => {
  it('sees every byte that matters at every place of a text', function () {
    this.timeout(60_000);
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

  it('answers the same with every engine, at runs of every length in front of what ends them', function () {
    this.timeout(60_000);
    for (const unit of ['\\\\', '\\"', 'ä', '🙂', 'x', '\\u0041', '\\ud83d']) {
      for (const count of [0, 1, 2, 6, 7, 8, 13, 14, 15, 16, 17, 31, 32, 33, 63, 64, 65, 66, 127, 130]) {
        for (const end of ['"}', '\\"}', '\n"}', '\\', '"', '\0"}', '\u00e4"}'])
          scan(utf8(`{"a":"${unit.repeat(count)}${end}`));
      }
    }
  });

  it('answers the same with every engine for JSON, cut and changed', function () {
    this.timeout(60_000);
    const wanted = compilePaths(
      [
        'a',
        'b.a',
        'list[].a',
        'a key that is longer than sixteen bytes',
        'a key that is longer than sixteen bytez',
      ].map((path, field) => ({ field, path })),
    );
    const key = fc.constantFrom(
      'a',
      'A',
      'b',
      'list',
      'LIST',
      'A key that is longer than Sixteen bytes',
      'a"',
      'ä',
      '',
    );
    const tree = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ stringUnit: 'grapheme' }), tie('list'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    })).object;
    const change = fc.tuple(fc.nat(), fc.constantFrom(...utf8('"\\{}[],:0 \n\r\0tnf'), 0xff));
    fc.assert(
      fc.property(tree, fc.array(change, { maxLength: 2 }), fc.nat(), fc.boolean(), (value, changes, length, isCut) => {
        const text = utf8(JSON.stringify(value).replaceAll('"li', '"\\u006ci'));
        for (const [at, byte] of changes) text[at % text.length] = byte;
        scan(isCut ? text.subarray(0, 1 + (length % text.length)) : text, wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes values with more levels, hits or wanted paths than the module has room for', function () {
    this.timeout(60_000);
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const many = Array.from({ length: 40_000 }, (_, at) => `{"a":${at}}`).join();
    assert.equal(scan(utf8(`{"b":${deep},"a":1}`)).scanner.hitCount, 1);
    assert.equal(scan(utf8(`{"a":[${many}]}`), compilePaths([{ field: 1, path: 'a.a' }])).scanner.hitCount, 40_000);
    const paths = Array.from({ length: 300 }, (_, at) => ({ field: at & 0xff, path: 'k'.repeat(1500 + at) }));
    assert.equal(scan(utf8(`{"${'K'.repeat(1777)}":1}`), compilePaths(paths)).scanner.hitCount, 1);
  });
});
