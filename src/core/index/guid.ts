import { hexDigit } from '../scan/unescape';

/** Length of a GUID's text. */
export const GUID_LENGTH = 36;

const DASH = 0x2d;
const DASHES = [8, 13, 18, 23];
/** Where each of the 32 digits stands. */
const digitPlaces = Array.from({ length: GUID_LENGTH }, (_, at) => at).filter((at) => !DASHES.includes(at));

/**
 * Packs a GUID in its usual spelling (small letters, dashes) into four words of `target` from `at` on. False for any
 * other text, which then has to be kept as it is.
 */
export function packGuid(target: Uint32Array, at: number, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== GUID_LENGTH || !DASHES.every((dash) => bytes[start + dash] === DASH)) return false;
  for (let word = 0; word < 4; word++) {
    let value = 0;
    for (let digit = 8 * word; digit < 8 * word + 8; digit++) {
      const byte = bytes[start + digitPlaces[digit]!]!;
      const nibble = hexDigit(byte);
      if (nibble < 0 || (byte >= 0x41 && byte <= 0x46)) return false;
      value = (value << 4) | nibble;
    }
    target[at + word] = value;
  }
  return true;
}

/** The text of a packed GUID. */
export function guidText(words: Uint32Array, at: number): string {
  let hex = '';
  for (let word = 0; word < 4; word++) hex += words[at + word]!.toString(16).padStart(8, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
