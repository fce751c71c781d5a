import { readFile, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { spawn } from 'node:child_process';
import type { Side } from '../side';

/** The extension as it is shipped, packed anew. */
export const vsix: Side = {
  id: 'vsix',
  async run() {
    if ((await runPackage()) !== 0) return { absent: 'npm run package fails' };
    const { name, version } = JSON.parse(await readFile('package.json', 'utf8')) as { name: string; version: string };
    const file = `${name}-${version}.vsix`;
    return { value: (await stat(path.join('dist', file))).size / 1_000, answer: file };
  },
};

function runPackage(): Promise<number | null> {
  const child = spawn(process.execPath, [path.join('test', 'run', 'package.mts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
