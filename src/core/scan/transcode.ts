import type { ByteSource } from './byteSource';

/** How a file spells its characters, as its first bytes say. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By the byte order mark; without one, UTF-8. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

const CHUNK_BYTES = 1024 * 1024;

/**
 * Reads a source of UTF-16 and hands its text over as UTF-8, without byte order mark, piece by piece. Lone surrogates
 * become U+FFFD. Resolves to false when `signal` ended the run. Rejects when reading or `write` does.
 */
export async function transcode(
  source: ByteSource,
  encoding: Encoding,
  write: (utf8: Uint8Array) => Promise<void>,
  watch: { readonly signal?: { readonly aborted: boolean }; onProgress?(done: number): void } = {},
): Promise<boolean> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const chunk = new Uint8Array(CHUNK_BYTES);
  for (let offset = 0; ;) {
    const count = await source.readInto(chunk, offset);
    const text = decoder.decode(chunk.subarray(0, count), { stream: count > 0 });
    if (text !== '') await write(encoder.encode(text));
    if (count === 0) return true;
    offset += count;
    watch.onProgress?.(offset);
    // Reading from memory never lets messages in: a pause does.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (watch.signal?.aborted === true) return false;
  }
}
