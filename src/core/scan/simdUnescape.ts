import { webAssembly, type WasmMemory } from './webAssembly';
import code from './wasm/unescapeText.ts?wasm';

/**
 * Writes the text `bytes[from, end)` without its escapes to `bytes` from `at` on, as `unescapeInto` does, and returns where
 * it ends. The two must be apart by as much as {@link UNESCAPE_GAP} behind the longest that can come out.
 */
export type UnescapeWithin = (bytes: Uint8Array, at: number, from: number, end: number) => number;

/** See {@link UnescapeWithin}. */
export const UNESCAPE_GAP = 16;

let compiled: object | undefined;

/** An {@link UnescapeWithin} for bytes that lie in a memory, 16 at a step. Throws where the module cannot be compiled. */
export function simdUnescape(memory: WasmMemory): UnescapeWithin {
  compiled ??= new webAssembly.Module(code);
  const { unescapeText } = new webAssembly.Instance(compiled, { env: { memory } }).exports as {
    readonly unescapeText: (to: number, from: number, end: number) => number;
  };
  return ({ byteOffset }, at, from, end) =>
    unescapeText(byteOffset + at, byteOffset + from, byteOffset + end) - byteOffset;
}
