import { memorySource, type ByteSource } from '../core/scan/byteSource';
import { formatBytes } from '../core/text/formatValue';
import type { FileSource, TemporaryBytes } from './workerPlatform';

/** A file whose bytes were handed over whole. What is held cannot change. */
export function heldSource(bytes: Uint8Array): FileSource {
  return { ...memorySource(bytes), checkUnchanged: () => Promise.resolve() };
}

/** How much may be unpacked into memory, and who is asked before it is much. */
export interface HeldLimits {
  /** From this size on the user is asked, once. */
  readonly askBytes: number;
  /** From this size on nothing more is taken. */
  readonly refuseBytes: number;
  /** False means: leave it. */
  confirm(byteLength: number): Promise<boolean>;
}

const BLOCK_BYTES = 1024 * 1024;

/** Temporary bytes in memory, in blocks, so that they are never there twice. Rejects in words for the user. */
export function heldTemporary(limits: HeldLimits): TemporaryBytes {
  let blocks: Uint8Array[] = [];
  let size = 0;
  let isAsked = false;
  return {
    write: async (bytes) => {
      const next = size + bytes.length;
      if (next >= limits.refuseBytes) {
        throw new Error(
          `The unpacked log has more than ${formatBytes(limits.refuseBytes)}. Here it would have to be held in memory as a whole: open it from a local folder in VS Code on the desktop.`,
        );
      }
      if (next >= limits.askBytes && !isAsked) {
        isAsked = true;
        if (!(await limits.confirm(next))) throw new Error('The log was not opened.');
      }
      for (let at = 0; at < bytes.length;) {
        const from = size % BLOCK_BYTES;
        if (from === 0) blocks.push(new Uint8Array(BLOCK_BYTES));
        const part = bytes.subarray(at, at + BLOCK_BYTES - from);
        blocks.at(-1)!.set(part, from);
        at += part.length;
        size += part.length;
      }
    },
    open: () => Promise.resolve(blockSource(blocks, size)),
    delete: () => {
      blocks = [];
      size = 0;
      return Promise.resolve();
    },
  };
}

function blockSource(blocks: readonly Uint8Array[], size: number): ByteSource {
  return {
    size,
    readInto: (target, offset) => {
      const end = Math.min(size, offset + target.length);
      let at = offset;
      while (at < end) {
        const from = at % BLOCK_BYTES;
        const part = blocks[(at - from) / BLOCK_BYTES]!.subarray(from, from + end - at);
        target.set(part, at - offset);
        at += part.length;
      }
      return Promise.resolve(Math.max(0, at - offset));
    },
    close: () => Promise.resolve(),
  };
}
