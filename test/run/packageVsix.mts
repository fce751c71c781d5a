import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { build } from './build.mts';
import { runNode } from './spawn.mts';
import { extensionFolder } from './workplace.mts';

/** Packs the extension as it is shipped and resolves to the package's path. `vsce` prints its files and size. */
export async function packageVsix(): Promise<string> {
  await build('--production');
  const { name, version } = JSON.parse(await fs.readFile(path.join(extensionFolder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const file = path.join(extensionFolder, 'dist', `${name}-${version}.vsix`);
  const vsce = path.join(extensionFolder, 'node_modules', '@vscode', 'vsce', 'vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file];
  const code = await runNode([vsce, 'package', ...flags], { cwd: extensionFolder });
  if (code !== 0) throw new Error('The package could not be made.');
  return file;
}
