import { webAssembly, type WasmMemory } from './webAssembly';
import code from './wasm/unescapeText.ts?wasm';

/**
 * Writes the text `bytes[from, end)` without its escapes to `bytes` from `at` on, as `unescapeInto` does, and returns where
 * it ends. The two must be apart by as much as {@link UNESCAPE_GAP} behind the longest that can come out.
 */
export type UnescapeWithin = (bytes: Uint8Array, at: number, from: number, end: number) => number;

/** See {@link UnescapeWithin}. */
export const UNESCAPE_GAP = 16;

/** Takes escapes out of a text, from place to place in the memory. */
export interface UnescapeExports {
  readonly unescapeText: (to: number, from: number, end: number) => number;
}

let compiled: object | undefined;

/** The functions of `wasm/unescapeText.ts` on a memory. Throws where the module cannot be compiled. */
export function unescapeInstance(memory: WasmMemory): UnescapeExports {
  compiled ??= new webAssembly.Module(code);
  return new webAssembly.Instance(compiled, { env: { memory } }).exports as UnescapeExports;
}

/** An {@link UnescapeWithin} for bytes that lie in a memory, 16 at a step. Throws where the module cannot be compiled. */
export function simdUnescape(memory: WasmMemory): UnescapeWithin {
  const { unescapeText } = unescapeInstance(memory);
  return ({ byteOffset }, at, from, end) =>
    unescapeText(byteOffset + at, byteOffset + from, byteOffset + end) - byteOffset;
}
