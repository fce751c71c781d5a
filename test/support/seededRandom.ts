/** Numbers that look random and are the same in every run: everything follows from the seed. */
export interface SeededRandom {
  /** A whole number from 0 to 2^32 - 1. */
  next(): number;
  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** A version 4 GUID in lower case. */
  guid(): string;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The generator `sfc32`: small, fast, and good enough that GUIDs do not repeat. */
export function seededRandom(seed: number): SeededRandom {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  // Neighbouring seeds begin alike; after a few rounds nothing of that is left.
  for (let round = 0; round < 16; round++) next();

  return {
    next,
    below,
    chance: (probability) => next() < probability * 2 ** 32,
    pick: (list) => list[below(list.length)]!,
    guid() {
      const second = (next() & 0xffff0fff) | 0x4000;
      const third = (next() & 0x3fffffff) | 0x80000000;
      const head = `${fourBytes(next())}-${twoBytes(second >>> 16)}-${twoBytes(second)}`;
      return `${head}-${twoBytes(third >>> 16)}-${twoBytes(third)}${fourBytes(next())}`;
    },
  };
}

function twoBytes(word: number): string {
  return HEX[(word >>> 8) & 255]! + HEX[word & 255]!;
}

function fourBytes(word: number): string {
  return twoBytes(word >>> 16) + twoBytes(word);
}
