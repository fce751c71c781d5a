import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { TemporaryBytes } from '../../worker/workerPlatform';
import { reasonOf } from './fileSource';
import { readFully, readFullyNow } from './readFully';

/**
 * A file in `folder` that only the user can read; the folder is made when it is not there. It is read through the handle
 * that wrote it, so that it stays readable even when somebody takes it for a leftover and removes its name.
 */
export async function createTemporaryFile(folder: string): Promise<TemporaryBytes> {
  const file = path.join(folder, randomUUID());
  const handle = await create(folder, file).catch((error: unknown) => {
    throw new Error(notKept(error));
  });
  let size = 0;
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    write: async (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, at).catch((error: unknown) => {
          throw new Error(notKept(error));
        });
        at += bytesWritten;
        size += bytesWritten;
      }
    },
    open: () =>
      Promise.resolve({
        size,
        readInto: (target, offset) => readFully(handle, target, offset),
        readNow: (target, offset) => readFullyNow(handle, target, offset),
        close,
      }),
    delete: async () => {
      await close();
      await fs.rm(file, { force: true });
    },
  };
}

async function create(folder: string, file: string): Promise<fs.FileHandle> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  return fs.open(file, 'wx+', 0o600);
}

function notKept(error: unknown): string {
  return `The unpacked log cannot be kept in the extension's storage folder: ${reasonOf(error)}`;
}
