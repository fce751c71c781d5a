import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type JsonNode, nodeText } from '../../../src/core/record/jsonNode';
import { parseJson } from '../../../src/core/record/parseJson';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The value a tree stands for, as `JSON.parse` would have built it. */
function valueOf(bytes: Uint8Array, node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const members = node.members.map(({ key, value }) => [key, valueOf(bytes, value)] as const);
      return Object.fromEntries(members);
    }
    case 'array':
      return node.elements.map((element) => valueOf(bytes, element));
    case 'string':
      return nodeText(bytes, node);
    default:
      return JSON.parse(nodeText(bytes, node) || 'null');
  }
}

function keysOf(text: string): string[] {
  const { root } = parseJson(encode(text));
  return root?.kind === 'object' ? root.members.map((member) => member.key) : [];
}

function faultsOf(text: string): string[] {
  return parseJson(encode(text)).faults.map((fault) => `${fault.kind}@${fault.byteOffset}`);
}

describe('parseJson', () => {
  it('builds what JSON.parse builds', () => {
    const indents = fc.constantFrom(undefined, 1, '\t', '\r\n');
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), indents, (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const bytes = encode(text);
        const { root, faults } = parseJson(bytes);
        assert.ok(root);
        assert.deepEqual(faults, []);
        assert.deepEqual(valueOf(bytes, root), JSON.parse(text));
        assert.equal(text.trim().length > 0 && root.start === 0 && root.end === bytes.length, true);
      }),
    );
  });

  it('never throws, finds the same ranges for a prefix, and says that it was cut off', () => {
    const text = '{"a":[1,{"b":"x\\"y"},null],"c":{"d":-1.50e+3},"é":"\\u00e9"}';
    const bytes = encode(text);
    for (let length = 0; length < bytes.length; length++) {
      const { faults } = parseJson(bytes.subarray(0, length));
      assert.ok(faults.length > 0, `prefix of ${length} bytes`);
    }
    assert.deepEqual(parseJson(bytes).faults, []);
  });

  it('takes any bytes without throwing', () => {
    const hostile = fc.string({
      unit: fc.mapToConstant({ num: 11, build: (at) => '{}[]",:\\x1n'.charAt(at) }),
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, (text) => {
        const { root, faults } = parseJson(encode(text));
        assert.ok(root !== undefined || faults.length > 0);
        let isValid = true;
        try {
          JSON.parse(text);
        } catch {
          isValid = false;
        }
        if (isValid) assert.deepEqual(faults, []);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => assert.ok(parseJson(bytes).faults)));
  });

  it('keeps repeated keys, their order, and the spelling of numbers', () => {
    const bytes = encode('{"b":1.0,"a":12345678901234567890123,"b":-0}');
    const { root } = parseJson(bytes);
    assert.ok(root?.kind === 'object');
    assert.deepEqual(
      root.members.map(({ key, value }) => [key, nodeText(bytes, value)]),
      [
        ['b', '1.0'],
        ['a', '12345678901234567890123'],
        ['b', '-0'],
      ],
    );
  });

  const faultCases: readonly [string, string[], string[]][] = [
    ['', ['empty@0'], []],
    ['{"a":1,}', ['unexpected@7'], ['a']],
    ['{"a":1 "b":2}', ['unexpected@7'], ['a', 'b']],
    ['{"a" 1}', ['unexpected@5'], ['a']],
    ['{"a":,"b":2}', ['unexpected@5'], ['b']],
    ['{"a":NaN}', ['unexpected@5'], ['a']],
    ['{"a":01}', ['unexpected@5'], ['a']],
    ['{"a":1}}', ['trailing@7'], ['a']],
    ['{"a":[1}', ['unexpected@7'], ['a']],
    ['{"a":1]}', ['unexpected@6'], ['a']],
    ['{"a":"x', ['unterminated@5', 'unterminated@7'], ['a']],
    ['{"a":{"b":1', ['unterminated@11'], ['a']],
    ['{a:1}', ['unexpected@1', 'unexpected@1', 'unexpected@2', 'unexpected@3'], []],
  ];
  for (const [text, faults, keys] of faultCases) {
    it(`reads what it can of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(faultsOf(text), faults);
      assert.deepEqual(keysOf(text), keys);
    });
  }

  it('survives 100,000 levels, and keeps the text of what is too deep', () => {
    const levels = 100_000;
    const text = `{"a":${'[{"x":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)},"b":2}`;
    assert.deepEqual(keysOf(text), ['a', 'b']);
    assert.deepEqual(faultsOf(text), []);
    const bytes = encode(text);
    const { root } = parseJson(bytes, { depth: 1, values: 10 });
    assert.ok(root?.kind === 'object');
    assert.equal(root.members[0]?.value.kind, 'deep');
    assert.equal(nodeText(bytes, root.members[0].value).length, text.indexOf(',"b"') - 5);
    assert.deepEqual(faultsOf(text.slice(0, -10_000)).slice(-1), [`unterminated@${text.length - 10_000}`]);
    assert.ok(faultsOf('}'.repeat(levels)).length > 0);
    assert.ok(faultsOf('['.repeat(levels) + '}'.repeat(levels)).length > 0);
  });

  it('survives a string of 100 MB', () => {
    const bytes = new Uint8Array(100 * 1024 * 1024).fill(0x78);
    bytes.set(encode('{"a":"'));
    bytes.set(encode('","b":1}'), bytes.length - 8);
    const { root, faults } = parseJson(bytes);
    assert.deepEqual(faults, []);
    assert.ok(root?.kind === 'object');
    assert.deepEqual(
      root.members.map(({ key, value }) => [key, value.end - value.start]),
      [
        ['a', bytes.length - 12],
        ['b', 1],
      ],
    );
    assert.equal(nodeText(bytes, root.members[0]?.value).at(-1), '…');
  });

  it('leaves out values beyond the limit, and says so', () => {
    const bytes = encode('[1,2,3,4,5]');
    const { root, faults } = parseJson(bytes, { depth: 10, values: 3 });
    assert.ok(root?.kind === 'array');
    assert.equal(root.elements.length, 2);
    assert.deepEqual(faults, [{ kind: 'tooManyValues', byteOffset: 5 }]);
  });

  it('replaces broken UTF-8, and keeps lone surrogates and a U+FEFF', () => {
    const bytes = Uint8Array.from([0x22, 0xff, 0xef, 0xbb, 0xbf, ...encode('\\ud800\\q'), 0x22]);
    assert.equal(nodeText(bytes, parseJson(bytes).root), '\ufffd\ufeff\ud800\\q');
    const begin = encode('"\ufeffx"');
    assert.equal(nodeText(begin, parseJson(begin).root), '\ufeffx');
  });
});
