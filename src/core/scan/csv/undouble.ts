import { QUOTE } from '../byteClasses';

/** Writes the inside of a quoted cell, `source[start, end)`, with single quotes for doubled ones to `target` from `at` on and returns where the text ends. */
export function undoubleInto(target: Uint8Array, at: number, source: Uint8Array, start: number, end: number): number {
  for (let from = start; from < end;) {
    const byte = source[from]!;
    target[at++] = byte;
    from += byte === QUOTE && source[from + 1] === QUOTE && from + 1 < end ? 2 : 1;
  }
  return at;
}
