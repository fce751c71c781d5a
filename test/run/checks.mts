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

/** Checks make much garbage that is soon over: with more room for it they take a tenth less. */
const moreRoom = '--max-semi-space-size=128';

/** Runs all checks side by side: none needs what another one makes. */
export async function runChecks(): Promise<Tally> {
  const codes = await Promise.all(
    checks.map(({ script, args }) => runNode([moreRoom, path.join('node_modules', ...script.split('/')), ...args])),
  );
  const failures = checks.flatMap(({ title }, at) => (codes[at] === 0 ? [] : [title]));
  for (const { title } of checks) console.log(`  ${failures.includes(title) ? '✘' : '✔'} ${title}`);
  return { suite: 'checks', passed: checks.length - failures.length, failures };
}
