/** How a file spells its characters, as its first bytes say. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By the byte order mark; without one, UTF-8. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Makes UTF-8 of a text's bytes, piece by piece. UTF-8 stays as it is, byte for byte; UTF-16 loses its byte order mark, and
 * its lone surrogates become U+FFFD.
 */
export class Utf8Encoder {
  private readonly decoder: InstanceType<typeof TextDecoder> | undefined;
  private readonly encoder = new TextEncoder();

  constructor(encoding: Encoding) {
    if (encoding !== 'utf-8') this.decoder = new TextDecoder(encoding);
  }

  /** What can be said of the next bytes. */
  push(bytes: Uint8Array): Uint8Array {
    return this.decoder === undefined ? bytes : this.encoder.encode(this.decoder.decode(bytes, { stream: true }));
  }

  /** What is left when there are no more bytes. */
  end(): Uint8Array {
    return this.encoder.encode(this.decoder?.decode());
  }
}
