/** Bytes of JSON's punctuation. */
export const byteOf = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openArray: 0x5b,
  backslash: 0x5c,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

/** Space, tab, line feed, carriage return: what JSON allows between tokens. Takes UTF-16 units, too. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

const NEAR_BYTES = 64;

/**
 * Where a string ends whose opening quote stands at `start`: behind its closing quote, or `undefined` when the bytes
 * end first. A quote behind an odd number of backslashes is content.
 */
export function stringEnd(bytes: Uint8Array, start: number): number | undefined {
  // Most strings are short, and have ended before a search has begun.
  const near = Math.min(bytes.length, start + NEAR_BYTES);
  for (let at = start + 1; at < near && bytes[at] !== byteOf.backslash; at++) {
    if (bytes[at] === byteOf.quote) return at + 1;
  }
  for (let quote = bytes.indexOf(byteOf.quote, start + 1); quote >= 0; quote = bytes.indexOf(byteOf.quote, quote + 1)) {
    let slash = quote - 1;
    while (slash > start && bytes[slash] === byteOf.backslash) slash--;
    if ((quote - 1 - slash) % 2 === 0) return quote + 1;
  }
  return undefined;
}

/** Where a word (number, literal, garbage) ends that begins at `start`: at white space, punctuation or a quote. */
export function wordEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && !isSpace(bytes[at]!) && !isPunctuation(bytes[at]!)) at++;
  return at;
}

/** Whether a byte of ASCII (or a UTF-16 unit) is a bracket, a comma, a colon or a quote. */
export function isPunctuation(byte: number): boolean {
  switch (byte) {
    case byteOf.quote:
    case byteOf.comma:
    case byteOf.colon:
    case byteOf.openArray:
    case byteOf.closeArray:
    case byteOf.openObject:
    case byteOf.closeObject:
      return true;
    default:
      return false;
  }
}

/** Where the object or array that opens at `start` ends: behind the bracket that balances it, or at the bytes' end. */
export function nestedEnd(bytes: Uint8Array, start: number): number {
  let depth = 0;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === byteOf.quote) {
      at = stringEnd(bytes, at) ?? bytes.length;
      continue;
    }
    at++;
    if (byte === byteOf.openObject || byte === byteOf.openArray) depth++;
    else if ((byte === byteOf.closeObject || byte === byteOf.closeArray) && --depth === 0) return at;
  }
  return bytes.length;
}
