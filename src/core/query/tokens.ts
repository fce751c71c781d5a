import type { QuerySpan } from './queryNode';

/**
 * A query cut into words. What a character means depends on where it stands: after `field:` and inside `field:( … )`
 * a colon belongs to the value, so that `urn:ietf:params` needs no quotes; inside `[ … ]` a minus belongs to the number.
 */
export interface Token extends QuerySpan {
  readonly kind: TokenKind;
  /** A word or the inside of quotes, a field's name, the characters of a comparison or a bracket. */
  readonly text: string;
  /** For `quoted`: whether the closing quote is there. */
  readonly isClosed?: boolean;
}

/**
 * - `field`: a name and its colon
 * - `word`, `quoted`: values and free text
 * - `compare`: one of `> >= < <=`
 * - `minus`: excludes what follows
 * - `and`, `or`, `not`: in capitals
 * - `open`, `close`: round brackets; `from`, `to`, `until`: `[` or `{`, `TO`, `]` or `}` of a range
 * - `stray`: a bracket that belongs to no range
 */
export type TokenKind =
  | 'field'
  | 'word'
  | 'quoted'
  | 'compare'
  | 'minus'
  | 'and'
  | 'or'
  | 'not'
  | 'open'
  | 'close'
  | 'from'
  | 'to'
  | 'until'
  | 'stray';

const space = /\s/;
const wordEnd = /[\s()[\]{}]/;
const operators: ReadonlyMap<string, TokenKind> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);

/** What addresses begin with; no field has such a name, and `urn:ietf:…` is searched as it stands. */
const addressSchemes = ['urn', 'http', 'https'];

/** Cuts a query into tokens, in one pass; everything but white space is in one of them. Never throws. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  /** For each open round bracket, whether it holds values of one field. */
  const brackets: boolean[] = [];
  let isInRange = false;
  let at = 0;

  const push = (kind: TokenKind, end: number, value = text.slice(at, end)) => {
    tokens.push({ kind, text: value, start: at, end });
    at = end;
  };

  while (at < text.length) {
    const character = text[at]!;
    if (space.test(character)) {
      at++;
      continue;
    }
    const previous = tokens.at(-1);
    const isRightBehind = previous?.end === at;
    const isBehindField = isRightBehind && previous.kind === 'field';
    const isValue = isBehindField || (isRightBehind && previous.kind === 'compare');
    const isInGroup = brackets.at(-1) ?? false;
    const mayCompare = isInGroup ? previous?.kind !== 'compare' : isBehindField;

    if (character === '"') {
      const { value, end, isClosed } = readQuoted(text, at);
      tokens.push({ kind: 'quoted', text: value, start: at, end, isClosed });
      at = end;
    } else if (character === '(') {
      isInRange = false;
      brackets.push(isInGroup || isBehindField);
      push('open', at + 1);
    } else if (character === ')') {
      isInRange = false;
      brackets.pop();
      push('close', at + 1);
    } else if (character === '[' || character === '{') {
      isInRange = isInGroup || isBehindField;
      push(isInRange ? 'from' : 'stray', at + 1);
    } else if (character === ']' || character === '}') {
      push(isInRange ? 'until' : 'stray', at + 1);
      isInRange = false;
    } else if (!isInRange && mayCompare && (character === '>' || character === '<')) {
      push('compare', text[at + 1] === '=' ? at + 2 : at + 1);
    } else if (!isInRange && !isValue && character === '-') {
      push('minus', at + 1);
    } else {
      const end = wordEndFrom(text, at);
      const word = text.slice(at, end);
      const colon = isInRange || isValue || isInGroup ? -1 : fieldEnd(word);
      if (colon >= 0) push('field', at + colon + 1, word.slice(0, colon));
      else if (isInRange && word === 'TO') push('to', end);
      else push(isInRange || isValue ? 'word' : (operators.get(word) ?? 'word'), end);
    }
  }
  return tokens;
}

function wordEndFrom(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !wordEnd.test(text[end]!)) end++;
  return end;
}

/** Where the colon behind a field's name stands, -1 when the word is free text. */
function fieldEnd(word: string): number {
  const colon = word.indexOf(':');
  const isClockTime = /^\d/.test(word);
  return isClockTime || addressSchemes.includes(word.slice(0, colon).toLowerCase()) ? -1 : colon;
}

/** The text between quotes; `\"` and `\\` stand for a quote and a backslash, any other backslash for itself. */
function readQuoted(text: string, start: number): { value: string; end: number; isClosed: boolean } {
  let value = '';
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at++;
    value += text[at]!;
    at++;
  }
  return { value, end: Math.min(at + 1, text.length), isClosed: at < text.length };
}
