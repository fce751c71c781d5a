import { memorySource } from '../core/scan/byteSource';
import type { FileSource, TemporaryBytes } from './workerPlatform';

/** A file whose bytes were handed over whole. What is held cannot change. */
export function heldSource(bytes: Uint8Array): FileSource {
  return { ...memorySource(bytes), checkUnchanged: () => Promise.resolve() };
}

/** Temporary bytes in memory. */
export function heldTemporary(): TemporaryBytes {
  let pieces: Uint8Array[] = [];
  return {
    write: (bytes) => {
      pieces.push(bytes);
      return Promise.resolve();
    },
    open: () => {
      const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const piece of pieces) {
        whole.set(piece, at);
        at += piece.length;
      }
      pieces = [];
      return Promise.resolve(memorySource(whole));
    },
    delete: () => {
      pieces = [];
      return Promise.resolve();
    },
  };
}
