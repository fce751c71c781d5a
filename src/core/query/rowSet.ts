/** Some of a log's rows, one bit each. Read in file order. */
export class RowSet {
  private counted: number | undefined;

  private constructor(
    /** How many rows the log has, in the set or not. */
    readonly rowCount: number,
    /** Row 32 w + b is bit b of word w. Bits behind the last row are 0. */
    private readonly words: Uint32Array,
  ) {}

  static none(rowCount: number): RowSet {
    return new RowSet(rowCount, new Uint32Array(Math.ceil(rowCount / 32)));
  }

  static all(rowCount: number): RowSet {
    return RowSet.none(rowCount).not();
  }

  /** The rows that a test picks; it is called once for each row, in order. */
  static where(rowCount: number, matches: (row: number) => boolean): RowSet {
    return RowSet.all(rowCount).filter(matches);
  }

  /** The rows whose entry is marked with 1 in `marks`. */
  static whereEntry(rowCount: number, entries: Uint32Array | Uint16Array | Uint8Array, marks: Uint8Array): RowSet {
    const set = RowSet.none(rowCount);
    for (let word = 0, row = 0; row < rowCount; word++) {
      const end = Math.min(row + 32, rowCount);
      let bits = 0;
      for (let bit = 0; row < end; row++, bit++) bits |= marks[entries[row]!]! << bit;
      set.words[word] = bits;
    }
    return set;
  }

  /** How many rows are in the set. */
  get count(): number {
    this.counted ??= this.words.reduce((sum, word) => sum + bitCount(word), 0);
    return this.counted;
  }

  has(row: number): boolean {
    return row >= 0 && row < this.rowCount && ((this.words[row >>> 5]! >>> (row & 31)) & 1) === 1;
  }

  and(other: RowSet): RowSet {
    return this.combined(other, (a, b) => a & b);
  }

  or(other: RowSet): RowSet {
    return this.combined(other, (a, b) => a | b);
  }

  /** The rows of this set that are not in the other. */
  without(other: RowSet): RowSet {
    return this.combined(other, (a, b) => a & ~b);
  }

  not(): RowSet {
    const words = this.words.map((word) => ~word);
    const unused = words.length * 32 - this.rowCount;
    if (unused > 0) words[words.length - 1]! &= 0xffffffff >>> unused;
    return new RowSet(this.rowCount, words);
  }

  /** The rows of this set that a test picks; it is called once for each of them, in order. */
  filter(matches: (row: number) => boolean): RowSet {
    const set = RowSet.none(this.rowCount);
    for (let word = 0; word < this.words.length; word++) {
      let picked = 0;
      for (let bits = this.words[word]!; bits !== 0; bits &= bits - 1) {
        const lowest = bits & -bits;
        if (matches(word * 32 + 31 - Math.clz32(lowest))) picked |= lowest;
      }
      set.words[word] = picked;
    }
    return set;
  }

  /** Calls once for each row of the set, in order. */
  forEach(visit: (row: number) => void): void {
    for (let word = 0; word < this.words.length; word++) {
      for (let bits = this.words[word]!; bits !== 0; bits &= bits - 1) {
        visit(word * 32 + 31 - Math.clz32(bits & -bits));
      }
    }
  }

  /** At most `limit` rows in file order, leaving out the first `offset`. */
  page(offset: number, limit: number): Uint32Array {
    const rows = new Uint32Array(Math.max(0, Math.min(limit, this.count - offset)));
    let toSkip = offset;
    let found = 0;
    for (let word = 0; word < this.words.length && found < rows.length; word++) {
      let bits = this.words[word]!;
      const inWord = bitCount(bits);
      if (inWord <= toSkip) {
        toSkip -= inWord;
        continue;
      }
      for (; bits !== 0 && found < rows.length; bits &= bits - 1) {
        if (toSkip > 0) toSkip--;
        else rows[found++] = word * 32 + 31 - Math.clz32(bits & -bits);
      }
    }
    return rows;
  }

  private combined(other: RowSet, combine: (a: number, b: number) => number): RowSet {
    return new RowSet(
      this.rowCount,
      this.words.map((word, index) => combine(word, other.words[index]!)),
    );
  }
}

/** How many bits of a 32-bit word are 1: sums of 2, 4 and 8 bits side by side. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
