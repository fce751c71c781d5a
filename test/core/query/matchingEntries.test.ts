import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ByteDictionary } from '../../../src/core/index/byteDictionary';
import { DictionaryColumn } from '../../../src/core/index/dictionaryColumn';
import { matchingEntries } from '../../../src/core/query/matchingEntries';
import type { TextTest } from '../../../src/core/query/queryNode';
import { textMatcher } from '../../../src/core/query/textMatcher';

const letters = fc.constantFrom('a', 'B', 'b', 'ab', 'Σ', 'ς', 'σ', 'É', 'é', '😀', '\n', ' ', 'İ', 'ß', 'K');
const text = fc.array(letters, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const pattern = fc
  .array(fc.oneof(letters, fc.constantFrom('*', '?')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));

function found(texts: readonly string[], test: TextTest, type: 'text' | 'list' | 'id'): string[] {
  const column = new DictionaryColumn(new ByteDictionary());
  for (const each of texts) column.push(column.dictionary.addText(each));
  const data = column.data();
  const marks = matchingEntries(data, test, textMatcher(test, type));
  return Array.from({ length: data.size }, (_, entry) => entry)
    .filter((entry) => marks[entry] === 1)
    .map((entry) => data.text(entry));
}

describe('matchingEntries', () => {
  it('finds what asking about each text finds, whatever stands at the ends of texts', () => {
    const match = fc.constantFrom<TextTest['match'][]>('plain', 'wildcard', 'exact');
    const type = fc.constantFrom('text' as const, 'list' as const, 'id' as const);
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 30 }), match, pattern, type, (texts, how, wanted, kind) => {
        const test: TextTest = { kind: 'text', match: how, text: wanted };
        const matches = textMatcher(test, kind);
        const stored = texts.map((each) => new TextDecoder().decode(new TextEncoder().encode(each)));
        assert.deepEqual(found(stored, test, kind), stored.filter(matches));
      }),
    );
  });

  it('does not find what begins in one text and ends in the next', () => {
    const test: TextTest = { kind: 'text', match: 'plain', text: 'berg' };
    assert.deepEqual(found(['Lindbe', 'rger', 'Bergman', 'be', 'rg', 'Solberg'], test, 'text'), ['Bergman', 'Solberg']);
  });
});
