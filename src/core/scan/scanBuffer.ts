import type { ScanEngine } from './scanEngine';
import { SCAN_MARGIN } from './scanMargin';

/**
 * A scanner's buffer: bytes come in at the end, the scanner consumes from `at` on, and what it has not consumed is
 * carried over to the front. Behind the last byte stands a 0, which ends the scanner's inner loops.
 */
export class ScanBuffer {
  bytes: Uint8Array;
  /** The next byte to look at; everything before is consumed. */
  at = 0;
  /** Behind the last byte. */
  end = 0;
  /** Offset of `bytes[0]` in the file. */
  base = 0;

  /** `chunkBytes` is how much room is offered at a time. */
  constructor(
    private readonly chunkBytes: number,
    private readonly engine: Pick<ScanEngine, 'grown'>,
  ) {
    this.bytes = engine.grown(undefined, 2 * chunkBytes + SCAN_MARGIN);
  }

  room(): Uint8Array {
    if (this.bytes.length - SCAN_MARGIN - this.end < this.chunkBytes) this.carryOver();
    return this.bytes.subarray(this.end, this.end + this.chunkBytes);
  }

  filled(byteCount: number): void {
    this.end += byteCount;
    this.bytes[this.end] = 0;
  }

  /** The offset in the file of a place in the buffer. */
  offsetOf(at: number): number {
    return this.base + at;
  }

  private carryOver(): void {
    const carried = this.end - this.at;
    const needed = carried + this.chunkBytes + SCAN_MARGIN;
    this.bytes.copyWithin(0, this.at, this.end);
    if (needed > this.bytes.length) this.bytes = this.engine.grown(this.bytes, 2 * needed);
    this.base += this.at;
    this.at = 0;
    this.end = carried;
  }
}
