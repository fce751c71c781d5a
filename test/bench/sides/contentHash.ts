import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** A hash of a file's content, read piece by piece. */
export async function contentHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
