import type { ByteSource } from '../scan/byteSource';

const WINDOW_BYTES = 1024 * 1024;

/** A part of a file that moves forward over it. */
export class TextWindow {
  bytes = new Uint8Array(WINDOW_BYTES);
  private start = 0;
  private length = 0;

  constructor(private readonly source: ByteSource) {}

  /** Whether a range of the file is in the window. */
  holds(start: number, end: number): boolean {
    return start >= this.start && end <= this.start + this.length;
  }

  /** Where a place of the file is in `bytes`. */
  at(byteOffset: number): number {
    return byteOffset - this.start;
  }

  /** Moves on, so that the window begins at `start` and holds all up to `end`. Rejects when the file cannot be read. */
  async move(start: number, end: number): Promise<void> {
    if (end - start > this.bytes.length) this.bytes = new Uint8Array(end - start);
    this.start = start;
    this.length = await this.source.readInto(this.bytes, start);
  }
}
