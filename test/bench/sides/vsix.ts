import { readdir, stat } from 'node:fs/promises';
import type { Side } from '../side';

/** The packaged extension that `npm run package` left in the project's folder. */
export const vsix: Side = {
  id: 'vsix',
  async run() {
    const name = (await readdir('.')).find((file) => file.endsWith('.vsix'));
    if (name === undefined) return { absent: 'npm run package first' };
    return { value: (await stat(name)).size / 1_000, answer: name };
  },
};
