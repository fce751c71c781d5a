import type { ByteSource } from '../scan/byteSource';

const nothing = new Uint8Array(0);

/** A piece that takes no longer comes from memory, where waiting for it in turns takes longer than reading it at once. */
const AT_ONCE_MS = 0.5;
/** So many pieces in a row that take longer tell a slow place from a busy machine. */
const SLOW_PIECES = 2;

/**
 * Reads a source from its first to its last byte, piece by piece. While one piece is worked on, the next one is read, unless
 * the source is so fast that it is better asked at once. A piece is valid until the next one is asked for.
 */
export class ReadAhead {
  private readonly buffers: readonly [Uint8Array, Uint8Array];
  private turn: 0 | 1 = 0;
  private offset = 0;
  /** How many bytes come into the buffer whose turn it is; undefined while the source is asked at once. */
  private coming: Promise<number> | undefined;
  private slowPieces = 0;

  constructor(
    private readonly source: ByteSource,
    pieceBytes: number,
    /** Milliseconds of any clock. */
    private readonly now = () => performance.now(),
  ) {
    this.buffers = [new Uint8Array(pieceBytes), new Uint8Array(pieceBytes)];
    if (source.readNow === undefined) this.coming = this.readNext();
  }

  /** The next piece; empty at the end. Rejects when the source cannot be read any further. */
  async next(): Promise<Uint8Array> {
    const count = this.coming === undefined ? this.readNow() : await this.coming;
    if (count === 0) return nothing;
    const piece = this.buffers[this.turn].subarray(0, count);
    this.offset += count;
    this.turn = this.turn === 0 ? 1 : 0;
    if (this.coming !== undefined || this.slowPieces === SLOW_PIECES) this.coming = this.readNext();
    return piece;
  }

  private readNow(): number {
    const started = this.now();
    const count = this.source.readNow!(this.buffers[this.turn], this.offset);
    this.slowPieces = this.now() - started > AT_ONCE_MS ? this.slowPieces + 1 : 0;
    return count;
  }

  private readNext(): Promise<number> {
    const coming = this.source.readInto(this.buffers[this.turn], this.offset);
    // A failure is told to whoever asks for the piece; until then it is nobody's.
    coming.catch(() => undefined);
    return coming;
  }
}
