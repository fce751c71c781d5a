import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { runNode } from './spawn.mts';
import { extensionFolder, temporaryFolder } from './workplace.mts';

/** A workspace folder of one run. */
export interface TestWorkspace {
  readonly folder: string;
  remove(): Promise<void>;
}

/** What lies in a workspace besides the shipped sample. */
export interface WorkspaceContent {
  /** Files to copy, as paths from the extension's folder. */
  readonly files?: readonly string[];
  /** Files to write: name, perhaps in a folder, and content. */
  readonly texts?: Readonly<Record<string, string | Uint8Array>>;
  /** Logs to generate: name, and size in the generator's spelling (`12MB`). */
  readonly logs?: readonly { readonly name: string; readonly size: string }[];
}

/** Makes a workspace of copies, `media/sample/*` among them: what is done there changes nothing in the checkout. */
export async function prepareWorkspace({
  files = [],
  texts = {},
  logs = [],
}: WorkspaceContent): Promise<TestWorkspace> {
  const folder = path.join(await temporaryFolder('workspace'), 'logs');
  await fs.cp(path.join(extensionFolder, 'media', 'sample'), folder, { recursive: true });
  for (const file of files) {
    await fs.copyFile(path.resolve(extensionFolder, file), path.join(folder, path.basename(file)));
  }
  for (const [name, text] of Object.entries(texts)) {
    await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await fs.writeFile(path.join(folder, name), text);
  }
  for (const { name, size } of logs) {
    const generator = path.join(extensionFolder, 'dist', 'test', 'sample.js');
    const code = await runNode([generator, '--size', size, path.join(folder, name)], { stdio: 'ignore' });
    if (code !== 0) throw new Error(`The log generator could not make ${name} (${size}).`);
  }
  const remove = (): Promise<void> => fs.rm(path.dirname(folder), { recursive: true, force: true, maxRetries: 5 });
  return { folder, remove };
}
