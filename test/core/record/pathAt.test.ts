import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findNodeAtOffset, getNodePath, parseTree } from 'jsonc-parser';
import { findRecordInText, LIBRARY_LIMITS, pathAt, pathByCursor } from '../../../src/core/record/pathAt';

const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 4 });
const spacing = fc.constantFrom(undefined, 2, '\t');

describe('pathAt', () => {
  it('finds at every offset what the tree of jsonc-parser has there', () => {
    fc.assert(
      fc.property(record, spacing, (value, space) => {
        const text = JSON.stringify(value, null, space);
        const tree = parseTree(text);
        assert.ok(tree);
        for (let offset = 0; offset < text.length; offset++) {
          const place = pathAt(text, offset);
          assert.deepEqual(pathByCursor(text, offset), place, `offset ${offset} of ${text}`);
          const node = findNodeAtOffset(tree, offset);
          const isToken = node !== undefined && node.children === undefined;
          assert.equal(place !== undefined, isToken, `offset ${offset} of ${text}`);
          if (!isToken || !place) continue;
          assert.deepEqual(place.path, getNodePath(node));
          assert.deepEqual([place.start, place.end], [node.offset, node.offset + node.length]);
          assert.equal(
            place.part,
            node.parent?.type === 'property' && node.parent.children?.[0] === node ? 'key' : 'value',
          );
          if (typeof node.value === 'string') assert.equal(place.text, node.value);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('says whether it stands on a key or a value, and of which range', () => {
    const text = '{"provisioningStatusInfo":{"errorInformation":{"errorCode":"Box\\u0045ntry"}},"n":[1,-2.50]}';
    const at = (needle: string): ReturnType<typeof pathAt> => pathAt(text, text.indexOf(needle));
    const path = ['provisioningStatusInfo', 'errorInformation', 'errorCode'];
    assert.deepEqual(at('"errorCode"'), { path, part: 'key', start: 47, end: 58, text: 'errorCode' });
    assert.deepEqual(at('Box'), { path, part: 'value', start: 59, end: 74, text: 'BoxEntry' });
    assert.deepEqual(at('2.50'), { path: ['n', 1], part: 'value', start: 84, end: 89, text: '-2.50' });
    assert.equal(at(':'), undefined);
    assert.equal(at('}'), undefined);
    assert.equal(pathAt(text, -1), undefined);
    assert.equal(pathAt(text, text.length), undefined);
  });

  it('takes any text without throwing', () => {
    const parts = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '1', '\n', ' '));
    fc.assert(
      fc.property(parts, (some) => {
        const text = some.join('');
        for (let offset = 0; offset < text.length; offset++) {
          for (const place of [pathAt(text, offset), pathByCursor(text, offset)]) {
            if (place) assert.ok(place.start <= offset && offset < place.end && place.end <= text.length);
          }
        }
      }),
    );
  });

  it('reads what is nested too deeply for the library', () => {
    const levels = 100_000;
    const text = `${'{"a":['.repeat(levels / 2)}"here"${']}'.repeat(levels / 2)}`;
    const place = pathAt(text, text.indexOf('here'));
    assert.equal(place?.text, 'here');
    assert.equal(place.path.length, levels);
    assert.deepEqual(place.path.slice(-2), ['a', 0]);
  });

  it('reads what is too long for the library', () => {
    const text = `{"a":"${'x'.repeat(LIBRARY_LIMITS.characters)}","b":[true]}`;
    assert.deepEqual(pathAt(text, text.indexOf('true'))?.path, ['b', 0]);
  });
});

describe('findRecordInText', () => {
  /** The record's text around each `^` of a drawn document; `-` where there is none. */
  function found(drawn: string): string[] {
    const texts: string[] = [];
    const document = drawn.replaceAll('^', '');
    let carets = 0;
    for (let at = drawn.indexOf('^'); at >= 0; at = drawn.indexOf('^', at + 1)) {
      const range = findRecordInText(document, at - carets++);
      texts.push(range ? document.slice(range.start, range.end) : '-');
    }
    return texts;
  }

  const cases: readonly [string, string, string[]][] = [
    [
      'in an array',
      '[^{"a":[^{"b":1}]^}^, {^"c":2}]',
      ['{"a":[{"b":1}]}', '{"a":[{"b":1}]}', '{"a":[{"b":1}]}', '-', '{"c":2}'],
    ],
    ['in a page', '{"@odata.context":"^x","value":^[{"a":^1}],"@odata.nextLink":^"y"}', ['-', '-', '{"a":1}', '-']],
    ['in pages in an array', '[{"value":[{"a":^1}]},{"Value":[{"b":^2}]}]', ['{"a":1}', '{"b":2}']],
    ['in JSON Lines', '{"a":^1}\n^{"b":2}\n', ['{"a":1}', '{"b":2}']],
    [
      'alone, also with a value that is called value',
      '{"value":"^x","b":[{"c":^1}]}',
      ['{"value":"x","b":[{"c":1}]}', '{"value":"x","b":[{"c":1}]}'],
    ],
    ['when it is cut off', '[{"a":1},{"b":[^2', ['{"b":[2']],
    ['past brackets in strings', '[{"a":"]}{\\"["},{"b":^1}]', ['{"b":1}']],
    ['past a quote too many, from the next line on', '[\n{"a":"x"",\n"b":1},\n{"c":^2}\n]', ['{"c":2}']],
    [
      'among the rows of a query’s result',
      '{"tables":[{"columns":["a"],"rows":[[1,^"x"],[{"b":^2}]]}]}',
      ['[1,"x"]', '[{"b":2}]'],
    ],
    ['nowhere in a list of words', '["^a"]', ['-']],
  ];
  for (const [title, drawn, records] of cases) {
    it(`finds the record ${title}`, () => assert.deepEqual(found(drawn), records));
  }

  it('finds every record of a pretty document', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), spacing, fc.nat(), (records, space, seed) => {
        const text = JSON.stringify({ value: records }, null, space);
        const range = findRecordInText(text, seed % text.length);
        if (range) {
          const value: unknown = JSON.parse(text.slice(range.start, range.end));
          const texts = records.map((each) => JSON.stringify(each));
          assert.ok(texts.includes(JSON.stringify(value)));
        }
      }),
    );
  });

  it('takes linear time on a line of 5 MB', () => {
    const text = `[${'{"id":"a","n":[1,2,{}]},'.repeat(200_000)}{"id":"z"}]`;
    const start = performance.now();
    assert.deepEqual(findRecordInText(text, text.length - 5), { start: text.length - 11, end: text.length - 1 });
    assert.ok(performance.now() - start < 5_000);
  });
});
