import { Gunzip } from 'fflate';
import { crc32 } from './crc32';
import { faultOf, inPieces } from './inflater';
import type { Unpacked, Unpacker } from './unpacker';

/** The check sum and the length that should stand behind one member of a gzip file. */
export interface GzipMember {
  /** Where they stand; undefined for the last member, whose end is only known by what stands there. */
  readonly byteOffset: number | undefined;
  readonly checkSum: number;
  /** Modulo 2^32, as gzip keeps it. */
  readonly byteLength: number;
}

/** Check sum and length take so many bytes. */
export const TRAILER_BYTES = 8;

/** Unpacks gzip: one member, or several one after another, whose contents are then one. */
export class Gunzipper implements Unpacker {
  /** Members that are complete; the last one is added at the end, when it is not cut. */
  readonly members: GzipMember[] = [];
  private pieces: Uint8Array[] = [];
  private checkSum = 0;
  private byteLength = 0;
  private readonly gunzip = new Gunzip((piece) => {
    if (piece.length === 0) return;
    this.checkSum = crc32(piece, this.checkSum);
    this.byteLength = (this.byteLength + piece.length) % 2 ** 32;
    this.pieces.push(piece);
  });

  constructor() {
    this.gunzip.onmember = (offset) => this.endMember(offset - TRAILER_BYTES);
  }

  push(packed: Uint8Array): Unpacked {
    const fault = faultOf(() => inPieces(packed, (piece) => this.gunzip.push(piece, false)));
    const { pieces } = this;
    this.pieces = [];
    if (fault === 'trailing') this.endMember(undefined);
    return fault === undefined ? { pieces } : { pieces, fault };
  }

  end(): Unpacked {
    const { checkSum, byteLength } = this;
    // Without a byte the library does not notice that bits are missing; what it makes of this one is none of the content.
    const fault = faultOf(() => this.gunzip.push(new Uint8Array(1), true));
    if (this.pieces.length > 0 || (fault !== undefined && fault !== 'trailing')) return { pieces: [], fault: 'cut' };
    this.members.push({ byteOffset: undefined, checkSum, byteLength });
    return fault === undefined ? { pieces: [] } : { pieces: [], fault };
  }

  private endMember(byteOffset: number | undefined): void {
    this.members.push({ byteOffset, checkSum: this.checkSum, byteLength: this.byteLength });
    this.checkSum = 0;
    this.byteLength = 0;
  }
}
