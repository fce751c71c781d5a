import { BACKSLASH } from './byteClasses';

/** What the letter behind a backslash stands for. */
const simpleEscapes = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }).map(
    ([letter, char]) => [letter.charCodeAt(0), char.charCodeAt(0)],
  ),
);

const LETTER_U = 0x75;
const REPLACEMENT = 0xfffd;

/**
 * Writes the inside of a JSON string, `source[start, end)`, without its escapes to `target` from `at` on and returns
 * where the text ends. The text is never longer than its source. A lone surrogate becomes U+FFFD; a backslash that
 * begins no escape stays.
 */
export function unescapeInto(target: Uint8Array, at: number, source: Uint8Array, start: number, end: number): number {
  for (let from = start; from < end;) {
    const byte = source[from]!;
    if (byte !== BACKSLASH || from + 1 === end) {
      target[at++] = byte;
      from++;
      continue;
    }
    const letter = source[from + 1]!;
    const simple = simpleEscapes.get(letter);
    const unit = letter === LETTER_U ? hexUnit(source, from + 2, end) : -1;
    if (simple !== undefined) {
      target[at++] = simple;
      from += 2;
    } else if (unit < 0) {
      target[at++] = byte;
      from++;
    } else {
      const low = isHigh(unit) ? escapedUnit(source, from + 6, end) : -1;
      const isPair = low >= 0xdc00 && low <= 0xdfff;
      const isLone = !isPair && unit >= 0xd800 && unit <= 0xdfff;
      const point = isPair ? 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) : isLone ? REPLACEMENT : unit;
      at = writePoint(target, at, point);
      from += isPair ? 12 : 6;
    }
  }
  return at;
}

/** Where the first `\u` escape of half a surrogate pair stands in `bytes[start, end)`, or -1. */
export function findLoneSurrogate(bytes: Uint8Array, start: number, end: number): number {
  for (let at = bytes.indexOf(BACKSLASH, start); at >= 0 && at < end; at = bytes.indexOf(BACKSLASH, at)) {
    const unit = escapedUnit(bytes, at, end);
    const isPair = isHigh(unit) && isLow(escapedUnit(bytes, at + 6, end));
    if (!isPair && (isHigh(unit) || isLow(unit))) return at;
    at += isPair ? 12 : 2;
  }
  return -1;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The unit of a whole `\uXXXX` at `at`, or -1. */
function escapedUnit(source: Uint8Array, at: number, end: number): number {
  return at + 6 <= end && source[at] === BACKSLASH && source[at + 1] === LETTER_U ? hexUnit(source, at + 2, end) : -1;
}

/** The value of four hexadecimal digits, or -1. */
function hexUnit(source: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return -1;
  let unit = 0;
  for (let digit = 0; digit < 4; digit++) {
    const value = hexDigit(source[at + digit]!);
    if (value < 0) return -1;
    unit = unit * 16 + value;
  }
  return unit;
}

/** The value of one hexadecimal digit of any casing, or -1. */
export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function writePoint(target: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    target[at++] = point;
  } else if (point < 0x800) {
    target[at++] = 0xc0 | (point >> 6);
    target[at++] = 0x80 | (point & 0x3f);
  } else if (point < 0x10000) {
    target[at++] = 0xe0 | (point >> 12);
    target[at++] = 0x80 | ((point >> 6) & 0x3f);
    target[at++] = 0x80 | (point & 0x3f);
  } else {
    target[at++] = 0xf0 | (point >> 18);
    target[at++] = 0x80 | ((point >> 12) & 0x3f);
    target[at++] = 0x80 | ((point >> 6) & 0x3f);
    target[at++] = 0x80 | (point & 0x3f);
  }
  return at;
}
