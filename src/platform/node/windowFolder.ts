import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** Below the extension's storage folder: one folder for each window, and in it one for each log. */
const PARENT = 'unpacked';

/**
 * Where this window keeps what it unpacks, so that no other window takes it for its own. Nothing is made before it is
 * needed. A log's folder goes with its worker, and what is left with this process; what a crash leaves is removed by the
 * next start of any window (`removeLeftovers`): the folder's name begins with the number of the process that owns it.
 */
export function windowFolder(storageFolder: string): string {
  const folder = path.join(storageFolder, PARENT, `${process.pid}-${randomUUID()}`);
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Removes the folders of windows whose process is gone. A number that belongs to another process by now keeps its folder
 * until that one ends, too. A process that cannot be seen from here (in a container with the same home) may lose the names
 * of its files, but not the files, which it holds open.
 */
export async function removeLeftovers(storageFolder: string, ownFolder: string): Promise<void> {
  const parent = path.join(storageFolder, PARENT);
  const names = await fs.promises.readdir(parent).catch(() => []);
  for (const name of names) {
    if (name === path.basename(ownFolder)) continue;
    const owner = Number(/^\d+(?=-)/.exec(name)?.[0]);
    if (owner !== process.pid && isRunning(owner)) continue;
    await fs.promises.rm(path.join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Removes the window's folder, and the one around it, when they are empty. */
export async function removeEmpty(ownFolder: string): Promise<void> {
  for (const folder of [ownFolder, path.dirname(ownFolder)]) {
    await fs.promises.rmdir(folder).catch(() => undefined);
  }
}

function isRunning(processId: number): boolean {
  if (!Number.isSafeInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Somebody else's process is there, but may not be asked.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
