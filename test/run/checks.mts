import * as path from 'node:path';
import { runNode } from './spawn.mts';
import type { Tally } from './tally.mts';

/** What is looked at without running the product. Each entry is a script of a package and its arguments. */
export const checks: readonly { readonly title: string; readonly script: string; readonly args: readonly string[] }[] =
  [
    { title: 'types', script: 'typescript/bin/tsc', args: ['-b'] },
    {
      title: 'lint',
      script: 'eslint/bin/eslint.js',
      args: ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint'],
    },
    { title: 'format', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  ];

/** Runs every check, also after one has failed. */
export async function runChecks(): Promise<Tally> {
  const failures: string[] = [];
  for (const { title, script, args } of checks) {
    const code = await runNode([path.join('node_modules', ...script.split('/')), ...args]);
    console.log(`  ${code === 0 ? '✔' : '✘'} ${title}`);
    if (code !== 0) failures.push(title);
  }
  return { suite: 'checks', passed: checks.length - failures.length, failures };
}
