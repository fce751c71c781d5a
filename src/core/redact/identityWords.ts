import { eachWord, foldWord, isPlainAscii } from './foldWord';
import { isPlainHostWord, isPlainWord } from './plainWords';
import { textViews } from './textViews';
import { WordSet } from './wordSet';

/** Shorter words of a name are replaced where the name stands, but not searched for in sentences. */
export const SHORTEST_NAME = 3;
/** The same for values of attributes, which hold more words that name nobody. */
export const SHORTEST_VALUE = 4;
/** Numbers of fewer digits are too common to be searched for. */
export const SHORTEST_NUMBER = 5;
/** So many texts are known to have been added, and none that is longer. */
const MAX_KNOWN = 2_000;
const LONGEST_KNOWN = 100;
/** Scripts without spaces between words have names of two characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Whether a word is written without spaces to its neighbours. */
export function isUnspaced(word: string): boolean {
  return !isPlainAscii(word) && unspaced.test(word);
}

/**
 * The words that may name somebody when they are met in a sentence: of each text, with its escapes taken away, they are
 * its words as they are, and the parts that letters, digits and capitals divide them into.
 */
export class IdentityWords {
  readonly set = new WordSet();
  /** By the shortest length that counts: texts come again and again, within an event and from one to the next. */
  private known = new Map<number, Set<string>>();

  /** Adds the words of a text. */
  add(text: string, shortest: number): void {
    const known = this.knownFor(shortest);
    if (known.has(text)) return;
    if (text.length <= LONGEST_KNOWN) known.add(text);
    for (const view of textViews(text)) {
      eachWord(view.text, (word) => {
        this.addWord(word, shortest);
        for (const part of wordParts(word)) this.addWord(part, SHORTEST_VALUE);
      });
    }
  }

  private knownFor(shortest: number): Set<string> {
    let known = this.known.get(shortest);
    if (known === undefined || known.size >= MAX_KNOWN) {
      known = new Set();
      this.known.set(shortest, known);
    }
    return known;
  }

  private addWord(word: string, shortest: number): void {
    const least = isUnspaced(word) ? 2 : isNumber(word) ? SHORTEST_NUMBER : shortest;
    // Folding makes some words longer, none of ASCII.
    if (word.length < least && isPlainAscii(word)) return;
    const folded = foldWord(word);
    if (folded.length >= least && !isPlainWord(folded) && !isPlainHostWord(folded)) this.set.add(folded);
  }
}

/** The parts of a word that stand on their own: `anna` and `99` of `anna99`, `svc` and `Anna` of `svcAnna`. */
export function wordParts(word: string): readonly string[] {
  const parts = isPlainAscii(word) ? asciiParts(word) : (word.match(anyParts) ?? []);
  return parts.length > 1 ? parts : [];
}

const anyParts = /\p{N}+|\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}?[\p{Ll}\p{M}]+|[\p{L}\p{M}]+/gu;
const plainParts = /[0-9]+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** The same for a word of ASCII, most of which are all of one kind. */
function asciiParts(word: string): readonly string[] {
  return /^(?:[a-z]+|[0-9]+|[A-Z]+|[A-Z][a-z]+)$/.test(word) ? [] : (word.match(plainParts) ?? []);
}

function isNumber(word: string): boolean {
  return isPlainAscii(word) ? /^[0-9]+$/.test(word) : /^\p{N}+$/u.test(word);
}
