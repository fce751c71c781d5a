import * as fs from 'node:fs/promises';
import type { FileSource } from '../../worker/workerPlatform';
import { readFully, readFullyNow } from './readFully';

/** A file on disk, read at places. Rejects with a sentence when it cannot be opened. */
export async function openFileSource(path: string): Promise<FileSource> {
  const handle = await fs.open(path, 'r').catch((error: unknown) => {
    throw new Error(`“${path}” cannot be opened: ${reasonOf(error)}`);
  });
  const opened = await handle.stat();
  if (!opened.isFile()) {
    await handle.close();
    throw new Error(`“${path}” is no file. Open the provisioning log itself.`);
  }
  return {
    size: opened.size,
    stamp: { path, mtimeMs: opened.mtimeMs },
    readInto: (target, offset) => readFully(handle, target, offset),
    readNow: (target, offset) => readFullyNow(handle, target, offset),
    checkUnchanged: async () => {
      const now = await fs.stat(path).catch((error: unknown) => {
        throw new Error(
          `“${path}” can no longer be read: ${reasonOf(error)} What is indexed stays, but not what a record holds.`,
        );
      });
      if (now.size !== opened.size || now.mtimeMs !== opened.mtimeMs) {
        throw new Error(`“${path}” has changed since it was read. Reload the log to see what it holds now.`);
      }
    },
    close: () => handle.close(),
  };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist (any more).',
  EACCES: 'there is no permission.',
  EPERM: 'there is no permission.',
  EROFS: 'the place is read-only.',
  EISDIR: 'it is a folder.',
  EBUSY: 'another program holds it.',
  EMFILE: 'too many files are open.',
  ENOSPC: 'the disk is full.',
};

/** Why a file operation failed, for people. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
