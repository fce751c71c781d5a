/** A question in the words of another tool, read again: whether it lets an event through. */
export type Question = (row: Row) => boolean;

/** What the tool knows of an event, by its own names; null for what is absent. */
export type Row = Readonly<Record<string, Value>>;

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** A value as a text; nothing is an empty one. */
export function textOf(value: Value): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** An expression that was read. */
export type Read = (row: Row) => Value;

/** The words of a text in a small grammar, handed out one by one. Throws for what does not belong there. */
export class Words {
  private readonly words: readonly string[];
  private at = 0;

  constructor(text: string, word: RegExp) {
    this.words = text.match(new RegExp(`${word.source}|\\S`, `${word.flags.replace('g', '')}g`)) ?? [];
  }

  get next(): string {
    return this.words[this.at] ?? '';
  }

  take(): string {
    return this.words[this.at++] ?? '';
  }

  /** Takes the next word when it is this one. */
  takes(word: string): boolean {
    if (this.next !== word) return false;
    this.at++;
    return true;
  }

  expect(...words: readonly string[]): void {
    for (const word of words) if (!this.takes(word)) throw new Error(`${word} is missing before “${this.next}”`);
  }

  expectEnd(): void {
    if (this.at < this.words.length) throw new Error(`“${this.next}” is too much`);
  }
}

/** Reads what stands in brackets, behind the first of them: parts that `and` or `or` joins. */
export function readGroup(words: Words, part: () => Read): Read {
  const inside = readJoined(words, 'and', 'or', part, (value) => value === true);
  words.expect(')');
  return inside;
}

/** Reads parts that one of two words joins: all with the first, one with the second must hold. */
export function readJoined(
  words: Words,
  and: string,
  or: string,
  part: () => Read,
  isTrue: (value: Value) => boolean,
): Read {
  const parts = [part()];
  const joint = words.next;
  if (joint !== and && joint !== or) return parts[0]!;
  while (words.takes(joint)) parts.push(part());
  return (row) => (joint === and ? parts.every((each) => isTrue(each(row))) : parts.some((each) => isTrue(each(row))));
}
