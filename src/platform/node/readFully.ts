import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** Fills `target` from `offset` of a file on; resolves to the number of bytes read, fewer only at the file's end. */
export async function readFully(handle: FileHandle, target: Uint8Array, offset: number): Promise<number> {
  let filled = 0;
  while (filled < target.length) {
    const { bytesRead } = await handle.read(target, filled, target.length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** Does the same before anything else goes on. Throws what {@link readFully} would reject with. */
export function readFullyNow({ fd }: FileHandle, target: Uint8Array, offset: number): number {
  let filled = 0;
  while (filled < target.length) {
    const byteCount = readSync(fd, target, filled, target.length - filled, offset + filled);
    if (byteCount === 0) break;
    filled += byteCount;
  }
  return filled;
}
