import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { IndexStore } from '../../worker/workerPlatform';
import { createFileSink } from './fileSink';

/** Stored indexes take so much of the disk; those that were not used for the longest time go first. */
export const MAX_FOLDER_BYTES = 500_000_000;
const ENDING = '.index';
/** What is left of a file that was being written when a window ended is deleted after this time. */
const LEFT_MS = 60 * 60 * 1000;
const CHECKSUM_BYTES = 32;

/**
 * Indexes as files of a folder, which is made when it is needed. A file begins with the checksum of what follows: one that
 * is cut off or was changed counts as missing.
 */
export function createIndexFolder(folder: string, maxBytes = MAX_FOLDER_BYTES): IndexStore {
  const fileOf = (name: string): string => path.join(folder, name + ENDING);
  return {
    hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    read: async (name) => {
      const file = fileOf(name);
      const content = await fs.readFile(file).catch(() => undefined);
      if (content === undefined) return undefined;
      const bytes = content.subarray(CHECKSUM_BYTES);
      if (!checksum(bytes).equals(content.subarray(0, CHECKSUM_BYTES))) return undefined;
      const now = new Date();
      // When a file was used last decides which one goes; that it cannot be noted changes nothing else.
      await fs.utimes(file, now, now).catch(() => undefined);
      return bytes;
    },
    write: async (name, bytes) => {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const sink = await createFileSink(fileOf(name), 0o600);
      try {
        await sink.write(checksum(bytes));
        await sink.write(bytes);
        await sink.commit();
      } catch (error) {
        await sink.discard();
        throw error;
      }
      await makeRoom(folder, maxBytes);
    },
  };
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Deletes the files that were not used for the longest time until the rest is small enough, and what was left behind. */
async function makeRoom(folder: string, maxBytes: number): Promise<void> {
  const found = await Promise.all((await fs.readdir(folder)).map((name) => stampOf(path.join(folder, name))));
  const files = found.filter((file) => file !== undefined).sort((left, right) => right.mtimeMs - left.mtimeMs);
  let sum = 0;
  for (const { file, size, mtimeMs } of files) {
    const isIndex = file.endsWith(ENDING);
    if (isIndex) sum += size;
    const isLeft = file.endsWith('.tmp') && Date.now() - mtimeMs > LEFT_MS;
    if (isLeft || (isIndex && sum > maxBytes)) await fs.rm(file, { force: true });
  }
}

async function stampOf(file: string): Promise<{ file: string; size: number; mtimeMs: number } | undefined> {
  // Another window may have deleted it meanwhile.
  const stat = await fs.stat(file).catch(() => undefined);
  return stat && { file, size: stat.size, mtimeMs: stat.mtimeMs };
}
