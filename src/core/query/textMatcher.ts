import type { ColumnType } from '../columns/column';
import type { TextTest } from './queryNode';

/** Whether a text matches. Texts are compared ignoring case. */
export type TextMatcher = (text: string) => boolean;

/** The test of one value of a column; values of a list stand in one text, a line each. `""` is an absent value. */
export function textMatcher(test: TextTest, type: ColumnType): TextMatcher {
  const wanted = foldCase(test.text);
  if (wanted === '' && test.match !== 'wildcard') return (text) => text === '';
  const matchesFolded = foldedMatcher(test, type, wanted);
  if (type !== 'list') return (text) => text !== '' && matchesFolded(foldCase(text));
  return (text) => text !== '' && foldCase(text).split('\n').some(matchesFolded);
}

/** A text in the spelling of {@link foldCase} that every match contains; `""` when there is none. */
export function requiredText({ match, text }: TextTest): string {
  const wanted = foldCase(text);
  if (match !== 'wildcard') return wanted;
  return wanted.split(/[*?]/).reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

/** One spelling for all casings of a text. The small sigma has a form of its own at the end of words. */
export function foldCase(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}

function foldedMatcher(test: TextTest, type: ColumnType, wanted: string): TextMatcher {
  if (test.match === 'wildcard') return wildcardMatcher(wanted);
  const isContained = test.match === 'plain' && (type === 'text' || type === 'list');
  return isContained ? (text) => text.includes(wanted) : (text) => text === wanted;
}

/**
 * Whether a whole text matches a pattern of which `*` stands for any characters and `?` for one. Between two stars
 * the leftmost place is as good as any other, so no place is tried twice.
 */
function wildcardMatcher(pattern: string): TextMatcher {
  const pieces = pattern.split('*');
  const first = pieces[0]!;
  if (pieces.length === 1) return (text) => matchEnd(text, 0, first) === text.length;
  const last = pieces.at(-1)!;
  const between = pieces.slice(1, -1).filter((piece) => piece !== '');
  return (text) => {
    let at = matchEnd(text, 0, first);
    for (const piece of between) {
      if (at < 0) return false;
      at = findEnd(text, at, piece);
    }
    return at >= 0 && endsWith(text, at, last);
  };
}

/** Where the first match of a piece from `start` on ends; -1 when there is none. */
function findEnd(text: string, start: number, piece: string): number {
  if (!piece.includes('?')) {
    const found = text.indexOf(piece, start);
    return found < 0 ? -1 : found + piece.length;
  }
  for (let at = start; at < text.length; at++) {
    const end = matchEnd(text, at, piece);
    if (end >= 0) return end;
  }
  return -1;
}

/** Where a piece that stands at `start` ends; -1 when it does not stand there. */
function matchEnd(text: string, start: number, piece: string): number {
  let at = start;
  for (const character of piece) {
    if (character === '?') {
      if (at >= text.length) return -1;
      at += lengthAt(text, at);
    } else {
      if (!text.startsWith(character, at)) return -1;
      at += character.length;
    }
  }
  return at;
}

/** Whether a piece stands at the end of the text, and not before `start`. */
function endsWith(text: string, start: number, piece: string): boolean {
  let at = text.length;
  for (const character of Array.from(piece).reverse()) {
    if (at <= start) return false;
    if (character === '?') at -= at - 2 >= start && lengthAt(text, at - 2) === 2 ? 2 : 1;
    else if (text.endsWith(character, at)) at -= character.length;
    else return false;
  }
  return at >= start;
}

/** Characters outside the basic plane take two units. */
function lengthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}
