/** More different words are not remembered; as many take 67 MB, and 100 MB while the set grows. */
export const MAX_WORDS = 4_000_000;

const FIRST_SIZE = 1 << 12;
const BASE_A = 0x01000193;
const BASE_B = 0x85ebca6b;

/**
 * Folded words, kept as two 32-bit hashes each and not as texts. A word that was added is always found; another one is
 * found by mistake about once in 10^13 times.
 */
export class WordSet {
  private a = new Uint32Array(FIRST_SIZE);
  private b = new Uint32Array(FIRST_SIZE);
  private counted = 0;
  private hasMore = false;

  /** How many different words there are. */
  get count(): number {
    return this.counted;
  }

  /** Whether words were left out because there are more than {@link MAX_WORDS}: then texts cannot be searched safely. */
  get isFull(): boolean {
    return this.hasMore;
  }

  add(word: string): void {
    const sumA = sumOf(word, BASE_A);
    const a = firstHash(sumA, word.length);
    const b = secondHash(sumA, sumOf(word, BASE_B));
    const slot = this.slotOf(a, b);
    if (this.isTaken(slot)) return;
    if (this.counted === MAX_WORDS) {
      this.hasMore = true;
      return;
    }
    this.a[slot] = a;
    this.b[slot] = b;
    if (++this.counted * 2 > this.a.length) this.grow();
  }

  has(word: string): boolean {
    const sumA = sumOf(word, BASE_A);
    const b = secondHash(sumA, sumOf(word, BASE_B));
    return this.isTaken(this.slotOf(firstHash(sumA, word.length), b));
  }

  /** Whether the part `[start, end)` of a word is a word of the set. */
  hasPart(hashes: WordHashes, start: number, end: number): boolean {
    const length = end - start;
    const sumA = hashes.partA(start, end);
    const b = secondHash(sumA, hashes.partB(start, end));
    return this.isTaken(this.slotOf(firstHash(sumA, length), b));
  }

  private isTaken(slot: number): boolean {
    return this.a[slot] !== 0 || this.b[slot] !== 0;
  }

  private slotOf(a: number, b: number): number {
    const mask = this.a.length - 1;
    let slot = (a ^ Math.imul(b, 0x9e3779b1)) & mask;
    while (this.isTaken(slot) && (this.a[slot] !== a || this.b[slot] !== b)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { a, b } = this;
    this.a = new Uint32Array(a.length * 2);
    this.b = new Uint32Array(a.length * 2);
    for (let old = 0; old < a.length; old++) {
      if (a[old] === 0 && b[old] === 0) continue;
      const slot = this.slotOf(a[old]!, b[old]!);
      this.a[slot] = a[old]!;
      this.b[slot] = b[old]!;
    }
  }
}

/** The sums that every part of one word is hashed from, each in constant time once the word is prepared. */
export class WordHashes {
  private readonly sumsA: Uint32Array;
  private readonly sumsB: Uint32Array;

  constructor(readonly word: string) {
    this.sumsA = new Uint32Array(word.length + 1);
    this.sumsB = new Uint32Array(word.length + 1);
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at) + 1;
      this.sumsA[at + 1] = Math.imul(this.sumsA[at]!, BASE_A) + unit;
      this.sumsB[at + 1] = Math.imul(this.sumsB[at]!, BASE_B) + unit;
    }
  }

  /** The part's sum with the first base. */
  partA(start: number, end: number): number {
    return this.sumsA[end]! - Math.imul(this.sumsA[start]!, powerOf(powersA, BASE_A, end - start));
  }

  /** The part's sum with the second base. */
  partB(start: number, end: number): number {
    return this.sumsB[end]! - Math.imul(this.sumsB[start]!, powerOf(powersB, BASE_B, end - start));
  }
}

/** The sum of a whole word, as {@link WordHashes} has it of parts. */
function sumOf(word: string, base: number): number {
  let sum = 0;
  for (let at = 0; at < word.length; at++) sum = (Math.imul(sum, base) + word.charCodeAt(at) + 1) | 0;
  return sum;
}

/** The lengths keep words apart whose sums agree, and the least bit keeps a slot from looking empty. */
function firstHash(sumA: number, length: number): number {
  return (Math.imul((sumA >>> 0) ^ length, 0xc2b2ae35) | 1) >>> 0;
}

function secondHash(sumA: number, sumB: number): number {
  return Math.imul((sumB >>> 0) ^ ((sumA >>> 0) >>> 15), 0x27d4eb2f) >>> 0;
}

const powersA: number[] = [1];
const powersB: number[] = [1];

function powerOf(powers: number[], base: number, exponent: number): number {
  while (powers.length <= exponent) powers.push(Math.imul(powers.at(-1)!, base));
  return powers[exponent]!;
}
