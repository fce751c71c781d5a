import { wellFormed } from './wellFormed';

/** A text as a KQL string literal: nothing in it ends the literal or the line. Lone surrogates become U+FFFD. */
export function kqlString(text: string): string {
  const content = wellFormed(text)
    .replace(/[\\"]/g, '\\$&')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
      Array.from({ length: character.length }, (_, at) => unicodeEscape(character.charCodeAt(at))).join(''),
    );
  return `"${content}"`;
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
