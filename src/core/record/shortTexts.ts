/** Texts up to this length are kept, so many of them: the names of fields, and what neighbouring records repeat. */
const LONGEST = 64;
const SLOTS = 4096;

const kept = new Array<string>(SLOTS).fill('');

/**
 * The text of a short range of ASCII without backslashes, undefined for any other range. What was read not long ago is
 * handed out again: comparing it is many times as fast as decoding, and equal texts are one text in memory.
 */
export function shortText(bytes: Uint8Array, start: number, end: number): string | undefined {
  const length = end - start;
  if (length > LONGEST) return undefined;
  let hash = length;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80 || byte === 0x5c) return undefined;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = kept[slot]!;
  if (isAt(known, bytes, start, length)) return known;
  const text = String.fromCharCode.apply(undefined, bytes.subarray(start, end) as unknown as number[]);
  kept[slot] = text;
  return text;
}

function isAt(text: string, bytes: Uint8Array, start: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let at = 0; at < length; at++) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}
