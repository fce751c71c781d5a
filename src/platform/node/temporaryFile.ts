import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { TemporaryBytes } from '../../worker/workerPlatform';
import { openFileSource } from './fileSource';

/** A file in `folder` that only the user can read; the folder is made when it is not there. */
export async function createTemporaryFile(folder: string): Promise<TemporaryBytes> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, randomUUID());
  const handle = await fs.open(file, 'wx', 0o600);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    write: (bytes) => handle.appendFile(bytes),
    open: async () => {
      await close();
      return openFileSource(file);
    },
    delete: async () => {
      await close();
      await fs.rm(file, { force: true });
    },
  };
}
