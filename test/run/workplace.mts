import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';

/** The extension's folder. Every script is started from there, as npm does. */
export const extensionFolder = path.resolve('.');

/** Where editors and browsers are kept between runs; several checkouts may share one by PROVLOG_EDITOR_CACHE. */
export const cacheFolder = path.resolve(process.env.PROVLOG_EDITOR_CACHE ?? '.vscode-test');

/**
 * Fills a folder once and keeps it: `fill` works in a temporary neighbour that is renamed when it is complete, so that
 * an interrupted run leaves nothing that looks finished, and two runs at once do not mix. Resolves to the folder.
 */
export async function keepFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(cacheFolder, name);
  if (await exists(folder)) return folder;
  await fs.mkdir(cacheFolder, { recursive: true });
  const unfinished = await fs.mkdtemp(path.join(cacheFolder, `unfinished-${name}-`));
  try {
    await fill(unfinished);
    await fs.rename(unfinished, folder);
  } catch (error) {
    await fs.rm(unfinished, { recursive: true, force: true });
    // Another run may have been faster; its folder is as good as ours.
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

/** Whether something exists at that path. */
export async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

/** A fresh folder that the caller removes when done. */
export async function temporaryFolder(purpose: string): Promise<string> {
  // The real path: the editor compares paths as texts, and temporary folders are often behind a link.
  return fs.mkdtemp(path.join(await fs.realpath(os.tmpdir()), `provlog-${purpose}-`));
}
