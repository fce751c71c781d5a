import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { FileSink } from '../../worker/workerPlatform';
import { reasonOf } from './fileSource';

const RENAME_ATTEMPTS = 5;
const RENAME_PAUSE_MS = 200;

/**
 * Writes to a hidden neighbour of `target` and renames it at the end, so that nothing incomplete ever stands under that
 * name. Rejects with a sentence when that is not possible.
 */
export async function createFileSink(target: string, mode?: number): Promise<FileSink> {
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID().slice(0, 8)}.tmp`);
  const handle = await fs.open(temporary, 'wx', mode).catch((error: unknown) => {
    throw new Error(notWritten(target, error));
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    write: async (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await handle.write(bytes, at).catch((error: unknown) => {
          throw new Error(notWritten(target, error));
        });
        at += bytesWritten;
      }
    },
    commit: async () => {
      await close();
      await rename(temporary, target);
    },
    discard: async () => {
      await close();
      await fs.rm(temporary, { force: true });
    },
  };
}

/** What a person reads when a place takes no file, or no more of one. */
export function notWritten(target: string, error: unknown): string {
  const known = refusals[(error as NodeJS.ErrnoException).code ?? ''];
  const said = known ?? `${reasonOf(error)} Choose another place, or another name.`;
  return `“${target}” cannot be written: ${said}`;
}

const refusals: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist (any more). Choose another place.',
  ENOTDIR: 'its folder is no folder. Choose another place.',
  ENOSPC: 'the disk is full. Free some space, choose another place, or filter the events.',
  EDQUOT: 'your share of the disk is used up. Free some space, choose another place, or filter the events.',
  EFBIG: 'the disk takes no file as large as this. Choose another place, or filter the events.',
  ENAMETOOLONG: 'the name is too long. Choose a shorter one.',
};

/** On Windows a rename onto a file that is open fails until the other program lets go. */
async function rename(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      if (attempt === RENAME_ATTEMPTS) {
        throw new Error(
          `“${to}” cannot be replaced: ${reasonOf(error)} Close it in other programs, or choose another name.`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, RENAME_PAUSE_MS));
    }
  }
}
