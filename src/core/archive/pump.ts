import { letMessagesIn } from '../scan/letMessagesIn';
import type { ByteSource } from '../scan/byteSource';
import { unpackLimits, type UnpackLimits } from './limits';
import type { Unpacker, UnpackFault } from './unpacker';
import type { ContentRefusal, Utf8Content } from './utf8Content';

/** How unpacking is watched and bounded. */
export interface PumpOptions {
  /** Looked at every few milliseconds, after messages had a chance to come in. */
  readonly signal?: { readonly aborted: boolean };
  /** Packed bytes that are read, from the start of the archive. */
  onProgress?(done: number): void;
  readonly limits?: UnpackLimits;
  /** Packed bytes that are read at a time. */
  readonly chunkBytes?: number;
}

/** How unpacking one stretch of an archive ended. */
export type Pumped =
  | { readonly kind: 'done'; readonly fault?: UnpackFault; /** Where reading stopped. */ readonly end: number }
  | { readonly kind: 'refused'; readonly refusal: ContentRefusal }
  | { readonly kind: 'tooLarge'; readonly limit: keyof UnpackLimits }
  | { readonly kind: 'cancelled' };

/** One byte can come out as a thousand: a chunk must not fill the memory before anybody looks. */
export const CHUNK_BYTES = 64 * 1024;
/** A small beginning may be packed better than the whole. */
const RATIO_SLACK_BYTES = 64 * 1024;
const PAUSE_MS = 40;

/** Reads stretches of one archive and hands what comes out of them on, within the limits of the archive as a whole. */
export class Pump {
  private readonly chunk: Uint8Array;
  private readonly limits: UnpackLimits;
  private unpackedBytes = 0;
  private pausedMs = performance.now();

  constructor(
    private readonly source: ByteSource,
    private readonly options: PumpOptions,
  ) {
    this.chunk = new Uint8Array(options.chunkBytes ?? CHUNK_BYTES);
    this.limits = options.limits ?? unpackLimits;
  }

  /** Unpacks what stands between two offsets. Rejects when the archive cannot be read or the content not be kept. */
  async run(start: number, end: number, unpacker: Unpacker, content: Utf8Content): Promise<Pumped> {
    let producedBytes = 0;
    let offset = start;
    let fault: UnpackFault | undefined;
    while (offset < end && fault === undefined) {
      const room = this.chunk.subarray(0, Math.min(this.chunk.length, end - offset));
      const count = await this.source.readInto(room, offset);
      if (count === 0) break;
      offset += count;
      const unpacked = unpacker.push(room.subarray(0, count));
      fault = unpacked.fault;
      for (const piece of unpacked.pieces) {
        producedBytes += piece.length;
        this.unpackedBytes += piece.length;
        if (this.unpackedBytes > this.limits.byteLength) return { kind: 'tooLarge', limit: 'byteLength' };
        if (this.growsBeyond(producedBytes, offset - start) || this.growsBeyond(this.unpackedBytes, this.source.size)) {
          return { kind: 'tooLarge', limit: 'ratio' };
        }
        const refusal = await content.push(piece);
        if (refusal !== undefined) return { kind: 'refused', refusal };
      }
      if (await this.pause(offset)) return { kind: 'cancelled' };
    }
    fault ??= unpacker.end().fault;
    // What is cut off, or ends in damage, is no more than a beginning.
    if (fault === undefined && producedBytes > this.limits.ratio * (offset - start)) {
      return { kind: 'tooLarge', limit: 'ratio' };
    }
    const refusal = await content.end();
    if (refusal !== undefined) return { kind: 'refused', refusal };
    return { kind: 'done', end: offset, ...(fault !== undefined && { fault }) };
  }

  private growsBeyond(unpackedBytes: number, packedBytes: number): boolean {
    return unpackedBytes > this.limits.ratio * packedBytes + RATIO_SLACK_BYTES;
  }

  /** Gives messages a chance to come in, now and then; answers whether the run was cancelled. */
  private async pause(offset: number): Promise<boolean> {
    if (performance.now() - this.pausedMs < PAUSE_MS) return false;
    this.options.onProgress?.(offset);
    await letMessagesIn();
    this.pausedMs = performance.now();
    return this.options.signal?.aborted === true;
  }
}
