import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { eachWord, wordPattern } from '../../../src/core/redact/foldWord';
import { wordParts } from '../../../src/core/redact/identityWords';

/** The parts of a word as one pattern for all scripts has them. */
const anyParts = /\p{N}+|\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}?[\p{Ll}\p{M}]+|[\p{L}\p{M}]+/gu;

const anyText = fc.oneof(fc.string({ unit: 'grapheme-ascii' }), fc.string({ unit: 'binary' }));

describe('eachWord', () => {
  it('hands on the words that the pattern finds, where it finds them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words: [string, number][] = [];
        eachWord(text, (word, at) => words.push([word, at]));
        assert.deepEqual(
          words,
          Array.from(text.matchAll(wordPattern), (match) => [match[0], match.index]),
        );
      }),
    );
  });
});

describe('wordParts', () => {
  it('divides words of ASCII as it does others', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '0', '9', 'é') });
    fc.assert(
      fc.property(letters, (word) => {
        const parts = word.match(anyParts) ?? [];
        assert.deepEqual(wordParts(word), parts.length > 1 ? parts : []);
      }),
    );
  });
});
