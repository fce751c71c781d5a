import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { exists, extensionFolder, temporaryFolder } from './workplace.mts';

/** A workspace folder of one run. */
export interface TestWorkspace {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Makes a workspace with copies: of the shipped sample (`media/sample/*`), and of `files`, which are paths from the
 * extension's folder. What a suite does there changes nothing in the checkout.
 */
export async function prepareWorkspace(files: readonly string[]): Promise<TestWorkspace> {
  const folder = await temporaryFolder('workspace');
  const sample = path.join(extensionFolder, 'media', 'sample');
  if (await exists(sample)) await fs.cp(sample, folder, { recursive: true });
  for (const file of files) {
    await fs.copyFile(path.resolve(extensionFolder, file), path.join(folder, path.basename(file)));
  }
  return { folder, remove: () => fs.rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}
