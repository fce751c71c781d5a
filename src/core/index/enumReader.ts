import { ByteDictionary } from './byteDictionary';
import type { WordList } from './wordList';

/** Reads an enum's bytes as an entry of its word list; each spelling becomes a string once. */
export class EnumReader<Word extends string> {
  private readonly spellings = new ByteDictionary();
  private readonly entries: number[] = [];

  constructor(
    private readonly words: WordList,
    private readonly normalise: (text: string) => Word,
  ) {}

  entryIn(bytes: Uint8Array, start: number, end: number): number {
    const spelling = this.spellings.add(bytes, start, end);
    return (this.entries[spelling] ??= this.words.entryOf(this.normalise(this.spellings.text(spelling))));
  }
}
