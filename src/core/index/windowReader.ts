import type { ByteSource } from '../scan/byteSource';

const WINDOW_BYTES = 256 * 1024;

/**
 * Reads ranges of a source, most of them one behind the other: a range near the last one is answered from a window of
 * bytes that was read ahead.
 */
export class WindowReader {
  private window = new Uint8Array(0);
  private start = 0;

  constructor(private readonly source: ByteSource) {}

  /** The bytes of a range: fewer when the source ends before. Valid until the next call. Rejects when reading does. */
  async read(byteOffset: number, byteLength: number): Promise<Uint8Array> {
    const end = byteOffset + byteLength;
    const isInside = byteOffset >= this.start && end <= this.start + this.window.length;
    if (!isInside) {
      const isNear = byteOffset >= this.start && byteOffset <= this.start + this.window.length + WINDOW_BYTES;
      const target = new Uint8Array(isNear ? Math.max(byteLength, WINDOW_BYTES) : byteLength);
      const count = await this.source.readInto(target, byteOffset);
      this.window = target.subarray(0, count);
      this.start = byteOffset;
    }
    return this.window.subarray(byteOffset - this.start, end - this.start);
  }
}
