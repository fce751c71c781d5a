import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { queryParts } from '../../../src/core/query/queryParts';

describe('queryParts', () => {
  const cases: readonly [query: string, parts: readonly (readonly [text: string, field?: string])[]][] = [
    ['', []],
    ['  ', []],
    ['status:failure', [['status:failure', 'status']]],
    [
      'status:failure AND -job:"Service Now"  anna',
      [['status:failure', 'status'], ['-job:"Service Now"', 'job'], ['anna']],
    ],
    [
      'action:(create OR update) time:[2026-01-01 TO 2026-01-02}',
      [
        ['action:(create OR update)', 'action'],
        ['time:[2026-01-01 TO 2026-01-02}', 'time'],
      ],
    ],
    ['(status:failure OR code:x) duration:>5', [['(status:failure OR code:x)'], ['duration:>5', 'duration']]],
    ['status:failure OR status:skipped anna', [['status:failure OR status:skipped anna']]],
    ['NOT status:failure', [['NOT status:failure', 'status']]],
    ['errorCode:a', [['errorCode:a', 'code']]],
    ['nobody:x status:', [['nobody:x'], ['status:']]],
    ['status:(failure', [['status:(failure', 'status']]],
  ];
  for (const [query, parts] of cases) {
    it(`splits ${JSON.stringify(query)}`, () => {
      assert.deepEqual(
        queryParts(query).map(({ text, column }) => (column ? [text, column.id] : [text])),
        parts,
      );
    });
  }

  it('tells exclusions', () => {
    assert.deepEqual(
      queryParts('-a NOT b c --d').map(({ isExcluded }) => isExcluded),
      [true, true, false, false],
    );
  });

  it('leaves out nothing but white space and AND, whatever is typed', () => {
    const word = fc.constantFrom(
      'status:',
      'failure',
      'AND',
      'OR',
      '(',
      ')',
      '-',
      '"',
      'time:[',
      'TO',
      ']',
      ' ',
      'NOT',
      'a b',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const query = words.join('');
        let end = 0;
        for (const part of queryParts(query)) {
          assert.equal(query.slice(part.start, part.end), part.text);
          assert.match(query.slice(end, part.start), /^(\s|AND)*$/);
          end = part.end;
        }
        assert.match(query.slice(end), /^(\s|AND)*$/);
      }),
    );
  });
});
