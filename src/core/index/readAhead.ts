import type { ByteSource } from '../scan/byteSource';

const nothing = new Uint8Array(0);

/**
 * Reads a source from its first to its last byte, piece by piece; while one piece is worked on, the next one is read. A
 * piece is valid until the next one is asked for.
 */
export class ReadAhead {
  private readonly buffers: readonly [Uint8Array, Uint8Array];
  private turn: 0 | 1 = 0;
  private offset = 0;
  /** How many bytes come into the buffer whose turn it is. */
  private coming: Promise<number>;

  constructor(
    private readonly source: ByteSource,
    pieceBytes: number,
  ) {
    this.buffers = [new Uint8Array(pieceBytes), new Uint8Array(pieceBytes)];
    this.coming = this.readNext();
  }

  /** The next piece; empty at the end. Rejects when the source cannot be read any further. */
  async next(): Promise<Uint8Array> {
    const count = await this.coming;
    if (count === 0) return nothing;
    const piece = this.buffers[this.turn].subarray(0, count);
    this.offset += count;
    this.turn = this.turn === 0 ? 1 : 0;
    this.coming = this.readNext();
    return piece;
  }

  private readNext(): Promise<number> {
    const coming = this.source.readInto(this.buffers[this.turn], this.offset);
    // A failure is told to whoever asks for the piece; until then it is nobody's.
    coming.catch(() => undefined);
    return coming;
  }
}
