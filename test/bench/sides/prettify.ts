import * as path from 'node:path';
import type { Side } from '../side';
import { contentHash } from './contentHash';
import { peakMemory } from './peakMemory';
import { prettifyFile } from './prettifyFile';

/** Formats a file into another. */
export const prettify: Side = {
  id: 'prettify',
  async run({ file, scratch }) {
    const output = path.join(scratch, 'pretty.json');
    const start = performance.now();
    await prettifyFile(file, output);
    const value = performance.now() - start;
    return { value, answer: await contentHash(output) };
  },
};

/** By how many MB the largest memory of a fresh process grows while it formats a file. */
export const prettifyGrowth: Side = {
  id: 'prettifyGrowth',
  async run({ file, scratch }) {
    const before = await peakMemory();
    await prettifyFile(file, path.join(scratch, 'pretty.json'));
    return { value: ((await peakMemory()) - before) / 1e6, answer: '' };
  },
};
