import { FlateErrorCode, Inflate, type FlateError } from 'fflate';
import type { Unpacked, UnpackFault, Unpacker } from './unpacker';

/** A block that is stored has at most 64 kB: whoever takes more without giving anything has come to its end. */
const MAX_SILENT_BYTES = 256 * 1024;

/** See {@link inPieces}. */
const PIECE_BYTES = 1024;

/** Unpacks one stretch of deflate, as an entry of a zip has it. */
export class Inflater implements Unpacker {
  private pieces: Uint8Array[] = [];
  private silentBytes = 0;
  private readonly inflate = new Inflate((piece) => {
    if (piece.length > 0) this.pieces.push(piece);
  });

  push(packed: Uint8Array): Unpacked {
    const fault = faultOf(() => inPieces(packed, (piece) => this.inflate.push(piece, false)));
    const pieces = this.taken();
    this.silentBytes = pieces.length > 0 ? 0 : this.silentBytes + packed.length;
    if (fault !== undefined) return { pieces, fault };
    return this.silentBytes > MAX_SILENT_BYTES ? { pieces, fault: 'trailing' } : { pieces };
  }

  end(): Unpacked {
    // Without a byte the library does not notice that bits are missing; what it makes of this one is none of the content.
    const fault = faultOf(() => this.inflate.push(new Uint8Array(1), true));
    return this.taken().length > 0 || fault !== undefined ? { pieces: [], fault: 'cut' } : { pieces: [] };
  }

  private taken(): readonly Uint8Array[] {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }
}

/** Hands bytes over in copies so small that little is lost with the one that is damaged: the library gives nothing for it. */
export function inPieces(packed: Uint8Array, push: (piece: Uint8Array) => void): void {
  for (let at = 0; at < packed.length; at += PIECE_BYTES) push(packed.slice(at, at + PIECE_BYTES));
}

/** Runs the library, and says in our words why it gave up. */
export function faultOf(run: () => void): UnpackFault | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    // Thousands of members in a few bytes make the library call itself until the stack is full: no tool writes such a file.
    if (!(error instanceof Error)) return 'damaged';
    switch ((error as Partial<FlateError>).code) {
      case FlateErrorCode.UnexpectedEOF:
        return 'cut';
      case FlateErrorCode.InvalidHeader:
        return 'trailing';
      default:
        return 'damaged';
    }
  }
}
