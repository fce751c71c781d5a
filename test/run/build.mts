import { runNode } from './spawn.mts';

/** Builds into `dist/`. Rejects when that fails; esbuild has said why. */
export async function build(...flags: ('--tests' | '--production')[]): Promise<void> {
  if ((await runNode(['esbuild.js', ...flags])) !== 0) throw new Error('The build failed.');
}
