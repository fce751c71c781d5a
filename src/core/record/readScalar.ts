import { readTime } from './readTime';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const DASH = 0x2d;
const COLON = 0x3a;
const LETTER_T = 0x54;
const LETTER_Z = 0x5a;
const DOT = 0x2e;
const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The time in `bytes[start, end)` in milliseconds since 1970 UTC; `NaN` when there is none. ISO 8601 in UTC, which is
 * what logs hold, is read without building a string, everything else by `readTime`.
 */
export function timeIn(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return NaN;
  const ms = isoTime(bytes, start, end);
  return ms ?? readTime(decoder.decode(bytes.subarray(start, end)));
}

/** The number in `bytes[start, end)`, which may be a number or a text that spells one; `NaN` for anything else. */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= 9 && end > start) {
    const value = digits(bytes, start, end - start);
    if (value >= 0) return value;
  }
  const text = decoder.decode(bytes.subarray(start, end)).trim();
  const value = text === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : NaN;
}

/** `YYYY-MM-DDTHH:mm:ss[.decimals]Z`; undefined for any other spelling, or a time that does not exist. */
function isoTime(bytes: Uint8Array, start: number, end: number): number | undefined {
  const length = end - start;
  if (length < 20 || length > 30 || bytes[end - 1] !== LETTER_Z) return undefined;
  if (bytes[start + 4] !== DASH || bytes[start + 7] !== DASH || bytes[start + 10] !== LETTER_T) return undefined;
  if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return undefined;
  const year = digits(bytes, start, 4);
  const month = digits(bytes, start + 5, 2);
  const day = digits(bytes, start + 8, 2);
  const hour = digits(bytes, start + 11, 2);
  const minute = digits(bytes, start + 14, 2);
  const second = digits(bytes, start + 17, 2);
  if (year < 1970 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0) return undefined;
  if (day > daysInMonth[month - 1]! || hour > 23 || minute > 59 || second > 59) return undefined;
  if (month === 2 && day === 29 && !isLeapYear(year)) return undefined;
  const ms = length === 20 ? 0 : millis(bytes, start + 19, end - 1);
  return ms < 0 ? undefined : Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

/** The milliseconds of `.1234567`; -1 when it is something else. */
function millis(bytes: Uint8Array, start: number, end: number): number {
  const count = end - start - 1;
  if (bytes[start] !== DOT || count < 1 || digits(bytes, start + 1, count) < 0) return -1;
  const value = digits(bytes, start + 1, Math.min(3, count));
  return count === 1 ? 100 * value : count === 2 ? 10 * value : value;
}

/** The value of `count` decimal digits; -1 when one is none. */
function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return value;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
