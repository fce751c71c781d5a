/** A dictionary that is known beforehand: the words of an enum. Entry 0 is `""`, entry n the word n - 1. */
export class WordList {
  readonly byteLength = 0;

  constructor(private readonly words: readonly string[]) {}

  get size(): number {
    return this.words.length + 1;
  }

  text(entry: number): string {
    return entry === 0 ? '' : this.words[entry - 1]!;
  }

  entryOf(word: string): number {
    return this.words.indexOf(word) + 1;
  }

  trim(): void {
    // Nothing grows here.
  }
}
