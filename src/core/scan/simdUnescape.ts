import { webAssembly, type WasmMemory } from './webAssembly';
import code from './wasm/unescapeText.ts?wasm';

/**
 * Writes the text `bytes[from, end)` without its escapes to `bytes` from `at` on, as `unescapeInto` does, and returns where
 * it ends. The two must be apart by as much as {@link UNESCAPE_GAP} behind the longest that can come out.
 */
export type UnescapeWithin = (bytes: Uint8Array, at: number, from: number, end: number) => number;

/** See {@link UnescapeWithin}. */
export const UNESCAPE_GAP = 16;

/** So much room the module needs in the memory. */
export const UNESCAPE_BYTES = 2048;

/** Takes escapes out of a text, from place to place in the memory. */
export interface UnescapeExports {
  readonly setRoom: (at: number) => void;
  /** What the scanner's module needs of it. */
  readonly copyText: unknown;
  readonly endOfCopy: unknown;
  readonly odditiesOfCopy: unknown;
  readonly unescapeText: (to: number, from: number, end: number) => number;
}

let compiled: object | undefined;

/** An {@link UnescapeExports.unescapeText} with `room` in a memory. Throws where the module cannot be compiled. */
export function unescapeInstance(memory: WasmMemory, room: number): UnescapeExports {
  compiled ??= new webAssembly.Module(code);
  const exports = new webAssembly.Instance(compiled, { env: { memory } }).exports as UnescapeExports;
  exports.setRoom(room);
  return exports;
}

/** An {@link UnescapeWithin} for bytes that lie in the memory, 16 at a step. */
export function simdUnescape({ unescapeText }: UnescapeExports): UnescapeWithin {
  return ({ byteOffset }, at, from, end) =>
    unescapeText(byteOffset + at, byteOffset + from, byteOffset + end) - byteOffset;
}
