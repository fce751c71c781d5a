import { foldWord, wordPattern } from './foldWord';
import { isPlainHostWord, isPlainWord } from './plainWords';
import { textViews } from './textViews';
import type { WordSet } from './wordSet';

/** Shorter words of a name are replaced where the name stands, but not searched for in sentences. */
export const SHORTEST_NAME = 3;
/** The same for values of attributes, which hold more words that name nobody. */
export const SHORTEST_VALUE = 4;
/** Numbers of fewer digits are too common to be searched for. */
export const SHORTEST_NUMBER = 5;
/** Scripts without spaces between words have names of two characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a word is written without spaces to its neighbours. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word);
}

/**
 * The words of a text that may name somebody when they are met in a sentence: with their escapes taken away, whole, and
 * in the parts that letters, digits and capitals divide them into.
 */
export function addIdentityWords(set: WordSet, text: string, shortest: number): void {
  for (const view of textViews(text)) {
    for (const word of view.text.match(wordPattern) ?? []) {
      addWord(set, word, shortest);
      for (const part of wordParts(word)) addWord(set, part, SHORTEST_VALUE);
    }
  }
}

/** The parts of a word that stand on their own: `anna` and `99` of `anna99`, `svc` and `Anna` of `svcAnna`. */
export function wordParts(word: string): readonly string[] {
  const parts = word.match(/\p{N}+|\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}?[\p{Ll}\p{M}]+|[\p{L}\p{M}]+/gu) ?? [];
  return parts.length > 1 ? parts : [];
}

function addWord(set: WordSet, word: string, shortest: number): void {
  const folded = foldWord(word);
  const least = isUnspaced(word) ? 2 : /^\p{N}+$/u.test(word) ? SHORTEST_NUMBER : shortest;
  if (folded.length >= least && !isPlainWord(folded) && !isPlainHostWord(folded)) set.add(folded);
}
