import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { runNode } from './spawn.mts';
import type { Tally } from './tally.mts';
import { extensionFolder, temporaryFolder } from './workplace.mts';

/** Runs a bundled suite of `dist/test` in plain Node. Never rejects: what went wrong is a failure. */
export async function runMocha(
  suite: string,
  flags: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Tally> {
  const folder = await temporaryFolder('tally');
  const file = path.join(folder, 'tally.json');
  const mocha = path.join(extensionFolder, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const reporter = path.join(extensionFolder, 'test', 'run', 'tallyReporter.cjs');
  // Property tests take long on a machine that is busy with other things.
  const always = ['--timeout', '60000', '--forbid-only', '--forbid-pending', '--fail-zero', '--reporter', reporter];
  const code = await runNode([mocha, ...always, `dist/test/${suite}.js`, ...flags], {
    env: { ...process.env, ...env, PROVLOG_TALLY: file },
  });
  const tally = await fs.readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Omit<Tally, 'suite'>,
    () => ({ passed: 0, failures: [`${suite} did not run to its end`] }),
  );
  await fs.rm(folder, { recursive: true, force: true });
  if (code !== 0 && tally.failures.length === 0) return { suite, ...tally, failures: [`mocha ended with ${code}`] };
  return { suite, ...tally };
}
