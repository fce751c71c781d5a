/** Length of a GUID's text. */
export const GUID_LENGTH = 36;

const DASH = 0x2d;
/** The value of each hexadecimal digit in small letters; `NO_DIGIT` for any other byte. */
const NO_DIGIT = 0x10000;
const digitOf = new Uint32Array(256).fill(NO_DIGIT);
for (const [value, digit] of Object.entries('0123456789abcdef')) digitOf[digit.charCodeAt(0)] = Number(value);

/**
 * Packs a GUID in its usual spelling (small letters, dashes) into four words of `target` from `at` on. False for any
 * other text, which then has to be kept as it is.
 */
export function packGuid(target: Uint32Array, at: number, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== GUID_LENGTH) return false;
  if (bytes[start + 8] !== DASH || bytes[start + 13] !== DASH) return false;
  if (bytes[start + 18] !== DASH || bytes[start + 23] !== DASH) return false;
  const a = fourDigits(bytes, start);
  const b = fourDigits(bytes, start + 4);
  const c = fourDigits(bytes, start + 9);
  const d = fourDigits(bytes, start + 14);
  const e = fourDigits(bytes, start + 19);
  const f = fourDigits(bytes, start + 24);
  const g = fourDigits(bytes, start + 28);
  const h = fourDigits(bytes, start + 32);
  if ((a | b | c | d | e | f | g | h) >= NO_DIGIT) return false;
  target[at] = (a << 16) | b;
  target[at + 1] = (c << 16) | d;
  target[at + 2] = (e << 16) | f;
  target[at + 3] = (g << 16) | h;
  return true;
}

/** The value of four digits; `NO_DIGIT` or more when one is none. */
function fourDigits(bytes: Uint8Array, at: number): number {
  const a = digitOf[bytes[at]!]!;
  const b = digitOf[bytes[at + 1]!]!;
  const c = digitOf[bytes[at + 2]!]!;
  const d = digitOf[bytes[at + 3]!]!;
  return (a | b | c | d) >= NO_DIGIT ? NO_DIGIT : (a << 12) | (b << 8) | (c << 4) | d;
}

/** The text of a packed GUID. */
export function guidText(words: Uint32Array, at: number): string {
  let hex = '';
  for (let word = 0; word < 4; word++) hex += words[at + word]!.toString(16).padStart(8, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
