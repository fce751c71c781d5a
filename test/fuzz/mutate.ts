import type { SeededRandom } from '../support/seededRandom';

/** Some bytes that were changed in one place. */
export interface Mutation {
  readonly bytes: Uint8Array;
  /** What became of the original's bytes `[start, end)`: everything else is as it was. */
  readonly start: number;
  readonly end: number;
  /** For the report of a failure. */
  readonly what: string;
}

const words = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\0\0',
  '\n',
  'null',
  '@{',
  '\\u',
  '":"',
  '},{',
  '"id":"1",',
  '\uFEFF',
  '💥',
];

type Change = (random: SeededRandom, bytes: Uint8Array, start: number) => { end: number; by: Uint8Array; what: string };

const encoder = new TextEncoder();
const nothing = new Uint8Array(0);

/** The ways in which a file gets damaged, or is meant to do damage. */
const changes: readonly Change[] = [
  (random, _, start) => ({ end: start + 1, by: Uint8Array.of(random.below(256)), what: 'a byte' }),
  (random, _, start) => ({ end: start + 1 + random.below(40), by: nothing, what: 'a short gap' }),
  (random, _, start) => ({ end: start + 1 + random.below(3_000), by: nothing, what: 'a long gap' }),
  (_random, bytes) => ({ end: bytes.length, by: nothing, what: 'a cut' }),
  (random, _, start) => ({ end: start, by: encoder.encode(random.pick(words)), what: 'a word' }),
  (random, _, start) => ({ end: start, by: new Uint8Array(1 + random.below(600)), what: 'zeros' }),
  (random, bytes, start) => {
    const from = random.below(bytes.length);
    return { end: start, by: bytes.slice(from, from + 1 + random.below(2_000)), what: 'a piece of itself' };
  },
  (random, _, start) => ({
    end: start,
    by: encoder.encode(random.pick(words).repeat(1_000)),
    what: 'a thousand words',
  }),
];

/** Changes bytes in one place from `from` on. The same seed gives the same change. */
export function mutate(random: SeededRandom, bytes: Uint8Array, from: number): Mutation {
  const start = from + random.below(Math.max(1, bytes.length - from));
  const { end: wantedEnd, by, what } = random.pick(changes)(random, bytes, start);
  const end = Math.min(bytes.length, wantedEnd);
  const changed = new Uint8Array(bytes.length - (end - start) + by.length);
  changed.set(bytes.subarray(0, start));
  changed.set(by, start);
  changed.set(bytes.subarray(end), start + by.length);
  return { bytes: changed, start, end, what: `${what} at ${start}` };
}
