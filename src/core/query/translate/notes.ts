import type { QueryColumn } from '../queryNode';

/** What is said about a translation: each sentence once, in the order in which they came up. */
export class Notes {
  private readonly sentences = new Set<string>();

  add(sentence: string): void {
    this.sentences.add(sentence);
  }

  get all(): readonly string[] {
    return [...this.sentences];
  }
}

/** What to say of a field that only this extension knows. */
export function unknownField(column: QueryColumn, where: string): string {
  return `“${column.id}” is worked out by this extension and unknown to ${where}: the condition on it is left out, and more events are found.`;
}

/** A comment of one line for each text. What a query holds cannot end the line. */
export function commentLines(mark: string, texts: readonly string[]): string {
  return texts.map((text) => `${mark} ${oneLine(text)}\n`).join('');
}

/** Nothing that ends a line anywhere, that turns the direction of a text, or that nobody sees. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
}

/** How a translation begins: what was asked. */
export function questionOf(query: string): string {
  return query.trim() === '' ? 'All provisioning events.' : `Provisioning events that match: ${query.trim()}`;
}
