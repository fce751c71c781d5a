/** What a word is made of: letters, digits and the marks that belong to them. Use with `matchAll` or `replace` only. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** Hands on every word of a text, and where it begins. */
export function eachWord(text: string, visit: (word: string, at: number) => void): void {
  if (!isPlainAscii(text)) {
    for (const match of text.matchAll(wordPattern)) visit(match[0], match.index);
    return;
  }
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isAsciiWordUnit(text.charCodeAt(at))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      visit(text.slice(start, at), start);
      start = -1;
    }
  }
}

/** One spelling for all casings of a word, with and without accents: `GARCÍA` and `garcia` are one word. */
export function foldWord(word: string): string {
  if (isPlainAscii(word)) return word.toLowerCase();
  let folded = '';
  for (const character of word) folded += foldCharacter(character);
  return folded;
}

/** A folded word, and where each of its units began in the word; one more place for the end. */
export interface FoldedWord {
  readonly text: string;
  readonly places: readonly number[];
}

/** As {@link foldWord}, with the places of what it is made of. */
export function foldWithPlaces(word: string): FoldedWord {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of word) {
    const folded = foldCharacter(character);
    places.push(...Array.from({ length: folded.length }, () => at));
    text += folded;
    at += character.length;
  }
  return { text, places: [...places, word.length] };
}

/** `ß` becomes `ss` on the way through upper case, as when somebody writes a name in capitals. */
function foldCharacter(character: string): string {
  if (isPlainAscii(character)) return character.toLowerCase();
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.toUpperCase().toLowerCase().replace(/\p{M}/gu, '').replaceAll('ς', 'σ');
}

/** Whether a text has no letters, digits or marks but those of ASCII. */
export function isPlainAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function isAsciiWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}
