import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { prettifyBytes } from '../../../src/core/prettify/prettifyText';
import { PlainTokenPrinter } from '../../../src/core/prettify/plainTokenPrinter';
import { PrettyPrinter, type PrettyOptions } from '../../../src/core/prettify/prettyPrinter';
import { SimdTokenPrinter } from '../../../src/core/prettify/simdTokenPrinter';
import { MAX_INDENT_LEVELS } from '../../../src/core/prettify/tokenPrinter';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const unix = { indent: '  ', eol: '\n' } as const;

/** Blocks so small that most of an input goes over their ends, and as large as those of files. */
const engines: Readonly<Record<string, Required<Pick<PrettyOptions, 'createTokens'>>>> = {
  plain: { createTokens: (whiteSpace) => new PlainTokenPrinter(whiteSpace, 16 * 1024) },
  'plain, in small blocks': { createTokens: (whiteSpace) => new PlainTokenPrinter(whiteSpace, 1) },
  SIMD: { createTokens: (whiteSpace) => SimdTokenPrinter.create(whiteSpace, 256 * 1024)! },
  'SIMD, in small blocks': { createTokens: (whiteSpace) => SimdTokenPrinter.create(whiteSpace, 1_024)! },
};

/** A second, plain reading of the rules: the tokens of a text, without the white space between them. */
function tokens(text: string): string[] {
  return text.match(/"(?:[^"\\]|\\[^])*"?|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
}

/** Bytes that look like JSON, more or less. */
const jsonLike = fc
  .array(
    fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', '"', '\\', ' ', '\n', '\r\n', '\t', 'é', '1', 'true', '"a"'],
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

for (const [name, engine] of Object.entries(engines)) {
  describe(`PrettyPrinter: ${name}`, () => {
    function pretty(text: string, options: { indent: string; eol: '\n' | '\r\n' } = unix): string {
      return decode(prettifyBytes(encode(text), { ...options, ...engine }));
    }

    /** Prints in pieces, giving every block back at once, as a sink that writes does. */
    function printed(bytes: Uint8Array, sizeOfPiece: (at: number) => number): { text: string; lineCount: number } {
      const blocks: Buffer[] = [];
      const printer = new PrettyPrinter({
        ...unix,
        ...engine,
        sink: (block) => {
          blocks.push(Buffer.from(block));
          printer.recycle(block);
        },
      });
      for (let at = 0; at < bytes.length;) {
        const size = sizeOfPiece(at);
        assert.ok(printer.push(bytes.subarray(at, at + size)));
        at += size;
      }
      const { byteLength, lineCount } = printer.end();
      const all = Buffer.concat(blocks);
      assert.equal(all.length, byteLength);
      return { text: all.toString('latin1'), lineCount };
    }

    it('prints minified JSON as JSON.stringify does', () => {
      fc.assert(
        fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom('  ', '    ', '\t'), (value, indent) => {
          assert.equal(pretty(JSON.stringify(value), { indent, eol: '\n' }), JSON.stringify(value, null, indent));
        }),
      );
    });

    it('keeps the sequence of tokens, whatever the white space was', () => {
      fc.assert(
        fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t', '\r\n'), (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          assert.deepEqual(tokens(pretty(text)), tokens(text));
          assert.deepEqual(JSON.parse(pretty(text)), JSON.parse(text));
        }),
      );
    });

    it('keeps every byte but white space of broken input, and prints its own output unchanged', () => {
      const solid = (text: string): string => text.replace(/[ \t\r\n]+/g, '');
      fc.assert(
        fc.property(jsonLike, (text) => {
          const once = pretty(text);
          assert.equal(solid(once), solid(text));
          assert.equal(pretty(once), once);
          assert.equal(pretty(once, { indent: '\t', eol: '\n' }), pretty(text, { indent: '\t', eol: '\n' }));
        }),
        { numRuns: 300 },
      );
    });

    it('keeps the tokens of broken input within brackets', () => {
      fc.assert(
        fc.property(jsonLike, (text) => {
          const within = `[${text.replace(/[\]}]/g, '')}`;
          assert.deepEqual(tokens(pretty(within)), tokens(within));
        }),
        { numRuns: 300 },
      );
    });

    it('prints the same for any cut into pieces', () => {
      const broken = fc.uint8Array({ maxLength: 300 });
      const like = jsonLike.map(encode);
      const valid = fc.jsonValue().map((value) => encode(JSON.stringify(value)));
      const sizes = fc.infiniteStream(fc.integer({ min: 1, max: 40 }));
      fc.assert(
        fc.property(fc.oneof(broken, like, valid), sizes, (bytes, sizeStream) => {
          const whole = printed(bytes, () => bytes.length);
          for (const size of [1, 2, 7, 4_096])
            assert.deepEqual(
              printed(bytes, () => size),
              whole,
            );
          assert.deepEqual(
            printed(bytes, () => sizeStream.next().value as number),
            whole,
          );
        }),
        { numRuns: 60 },
      );
    });

    it('prints the same for any cut when the output fills many blocks', () => {
      const record = {
        id: 'x'.repeat(70),
        text: 'say \\"hi\\"\n'.repeat(20),
        numbers: [1, 2.5, -3],
        empty: {},
        none: [],
      };
      const bytes = encode(JSON.stringify(Array.from({ length: 3_000 }, (_none, n) => ({ n, ...record }))));
      const expected = JSON.stringify(JSON.parse(decode(bytes)), null, 2);
      for (const size of [997, 65_536, bytes.length]) {
        const { text, lineCount } = printed(bytes, () => size);
        assert.ok(text === expected, `pieces of ${size} bytes`);
        assert.equal(lineCount, expected.split('\n').length);
      }
    });

    const cases: readonly [string, string, string][] = [
      ['empty brackets stay together', '{"a":{ },"b":[\n]}', '{\n  "a": {},\n  "b": []\n}'],
      ['numbers keep their spelling', '[1.0,-0,1E400,007]', '[\n  1.0,\n  -0,\n  1E400,\n  007\n]'],
      ['keys keep order and repetition', '{"b":1,"a":2,"b":3}', '{\n  "b": 1,\n  "a": 2,\n  "b": 3\n}'],
      ['escapes stay', '["\\u00e9\\/\\ud800"]', '[\n  "\\u00e9\\/\\ud800"\n]'],
      ['a byte order mark stays', '\ufeff[1]', '\ufeff[\n  1\n]'],
      ['a cut-off end stays cut off', '[{"a":"x', '[\n  {\n    "a": "x'],
      ['a trailing comma stays', '[1,]', '[\n  1,\n]'],
      [
        'missing commas stay missing',
        '[{"a":1}{"b":2} 3 4]',
        '[\n  {\n    "a": 1\n  }\n  {\n    "b": 2\n  }\n  3\n  4\n]',
      ],
      ['JSON Lines keep their line ends', '{"a":1}\r\n{"b":2}\r\n', '{\n  "a": 1\n}\r\n{\n  "b": 2\n}\r\n'],
      ['values that touch get a line each', '{}[]', '{}\n[]'],
      ['text outside of brackets stays as it is', '# a  "note\n [1]  , x\n', '# a  "note\n [\n  1\n]  , x\n'],
      ['closing brackets too many stay', ']} {"a":1}', ']} {\n  "a": 1\n}'],
      ['only white space stays', ' \n ', ' \n '],
      ['nothing stays nothing', '', ''],
    ];
    for (const [title, input, output] of cases) it(title, () => assert.equal(pretty(input), output));

    it('keeps broken bytes', () => {
      const bytes = Uint8Array.from([...encode('["'), 0xff, 0x00, 0xc3, ...encode('",'), 0xfe, ...encode(']')]);
      const expected = Uint8Array.from([
        ...encode('[\n  "'),
        0xff,
        0x00,
        0xc3,
        ...encode('",\n  '),
        0xfe,
        ...encode('\n]'),
      ]);
      assert.deepEqual(prettifyBytes(bytes, { ...unix, ...engine }), expected);
    });

    it('ends lines and indents as asked', () => {
      assert.equal(pretty('{"a":[1]}', { indent: '\t', eol: '\r\n' }), '{\r\n\t"a": [\r\n\t\t1\r\n\t]\r\n}');
      assert.equal(pretty('[1]', { indent: '', eol: '\n' }), '[\n1\n]');
      const wide = ' '.repeat(5_000);
      assert.equal(pretty('[[1]]', { indent: wide, eol: '\n' }), `[\n${wide}[\n${wide}${wide}1\n${wide}]\n]`);
    });

    it('survives 100,000 levels, indenting the deepest no further', () => {
      const levels = 100_000;
      const text = `${'['.repeat(levels)}1${']'.repeat(levels)}`;
      const lines = pretty(text).split('\n');
      assert.equal(lines.length, 2 * levels + 1);
      assert.equal(lines[levels], `${'  '.repeat(MAX_INDENT_LEVELS)}1`);
      assert.equal(lines[3], '      [');
    });

    it('survives a string of 100 MB', () => {
      const bytes = new Uint8Array(100 * 1024 * 1024).fill(0x78);
      bytes.set(encode('["'));
      bytes.set(encode('"]'), bytes.length - 2);
      let byteLength = 0;
      const printer = new PrettyPrinter({
        ...unix,
        ...engine,
        sink: (block) => {
          byteLength += block.length;
          printer.recycle(block);
        },
      });
      printer.push(bytes);
      assert.deepEqual(printer.end(), { byteLength: bytes.length + 4, lineCount: 3, isTooLarge: false });
      assert.equal(byteLength, bytes.length + 4);
    });

    it('stops at a limit, and only then', () => {
      const text = JSON.stringify(Array.from({ length: 1_000 }, (_none, n) => n));
      const whole = JSON.stringify(JSON.parse(text), null, 2);
      const lines = whole.split('\n').length;
      const run = (limits: { maxBytes?: number; maxLines?: number }): boolean =>
        prettifyBytes(encode(text), { ...unix, ...engine, ...limits }) === undefined;
      assert.equal(run({ maxBytes: whole.length }), false);
      assert.equal(run({ maxBytes: whole.length - 1 }), true);
      assert.equal(run({ maxLines: lines }), false);
      assert.equal(run({ maxLines: lines - 1 }), true);
      const large = encode(`[${text.repeat(2_000)}`);
      let byteLength = 0;
      const printer = new PrettyPrinter({
        ...unix,
        ...engine,
        maxBytes: 1_000_000,
        sink: (block) => (byteLength += block.length),
      });
      assert.equal(printer.push(large), false);
      assert.equal(printer.end().isTooLarge, true);
      assert.ok(byteLength < 1_600_000, 'hardly more than the limit comes out');
    });
  });
}
