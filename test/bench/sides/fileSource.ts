import { open } from 'node:fs/promises';
import type { ByteSource } from '../../../src/core/scan/byteSource';

/** A file as a source of bytes. */
export async function fileSource(path: string): Promise<ByteSource> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    size,
    async readInto(target, offset) {
      const { bytesRead } = await file.read(target, 0, target.length, offset);
      return bytesRead;
    },
    close: () => file.close(),
  };
}
