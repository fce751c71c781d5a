import { readFile } from 'node:fs/promises';
import type { Side } from '../side';

/** A plain loop over bytes in memory that counts quotes: what a loop in this language costs at the least. */
export const countQuotes: Side = {
  id: 'countQuotes',
  async run({ file, events }) {
    const bytes = await readFile(file);
    const start = performance.now();
    const quotes = countedIn(bytes);
    const value = performance.now() - start;
    let expected = 0;
    for (let at = bytes.indexOf(0x22); at >= 0; at = bytes.indexOf(0x22, at + 1)) expected++;
    return { value, answer: quotes === expected ? `${events} records` : `${quotes} quotes, not ${expected}` };
  },
};

function countedIn(bytes: Uint8Array): number {
  let quotes = 0;
  const { length } = bytes;
  for (let at = 0; at < length; at++) if (bytes[at] === 0x22) quotes++;
  return quotes;
}
