import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Side } from '../side';
import { contentHash } from './contentHash';

/** Read, `JSON.parse`, `JSON.stringify(…, 2)`, write. */
export const stringify: Side = {
  id: 'stringify',
  async run({ file, scratch }) {
    const output = path.join(scratch, 'stringified.json');
    const start = performance.now();
    await writeFile(output, JSON.stringify(JSON.parse(await readFile(file, 'utf8')), null, 2));
    const value = performance.now() - start;
    return { value, answer: await contentHash(output) };
  },
};
