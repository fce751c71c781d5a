import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { runNpm } from './spawn.mts';
import { keepFolder } from './workplace.mts';

/** The editors the suites run in: VS Code as npm publishes it in `code-server`, whose patch version hides VS Code's. */
export const editors = {
  /** VS Code 1.139.1 */
  newest: 'code-server@4.139.1',
  /** VS Code 1.96.4, the oldest one that `engines` allows */
  oldest: 'code-server@4.96.4',
} as const;

/** Which of the editors. */
export type EditorVersion = keyof typeof editors;

/** Installs an editor into the cache, unless it is there, and resolves to the folder of its server. */
export async function installEditor(version: EditorVersion): Promise<string> {
  const name = editors[version].replace('@', '-');
  const folder = await keepFolder(name, async (unfinished) => {
    console.log(`installing ${editors[version]} (once)`);
    await fs.writeFile(path.join(unfinished, 'package.json'), '{"private":true}');
    // The native parts are built by install scripts; a test editor works without them, and needs no compiler then.
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
    await runNpm(['install', editors[version], ...flags], unfinished);
    const server = serverFolder(unfinished);
    // The old editor's names a git address for one package, which no registry has.
    if (version === 'oldest') await fs.rm(path.join(server, 'npm-shrinkwrap.json'));
    await runNpm(['install', '--omit=dev', ...flags], server);
  });
  return serverFolder(folder);
}

function serverFolder(folder: string): string {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
