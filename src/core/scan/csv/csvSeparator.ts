import { CARRIAGE_RETURN, COMMA, LINE_FEED, QUOTE } from '../byteClasses';
import { NEEDS_MORE } from '../valueScanner';

const SEMICOLON = 0x3b;
const TAB = 0x09;
const candidates = [COMMA, SEMICOLON, TAB] as const;

/** A first row is looked at up to this length. */
const LONGEST_HEADER = 64 * 1024;

/** What separates the cells of the row that begins at `start`: what stands most often outside of its quotes. `NEEDS_MORE` when the row may go on. */
export function findSeparator(bytes: Uint8Array, start: number, end: number, isLast: boolean): number {
  const counts = candidates.map(() => 0);
  const limit = Math.min(end, start + LONGEST_HEADER);
  let isQuoted = false;
  let at = start;
  for (; at < limit; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
    else if (candidates.includes(byte as (typeof candidates)[number])) counts[candidates.indexOf(byte as 0x2c)]!++;
  }
  if (at === end && !isLast && end - start < LONGEST_HEADER) return NEEDS_MORE;
  return candidates[counts.indexOf(Math.max(...counts))]!;
}

/** The separator that a first line such as `sep=;` names, which Excel writes and reads; undefined for any other row. */
export function namedSeparator(row: Uint8Array): number | undefined {
  const [, separator] = /^"?sep=(.)"?$/i.exec(new TextDecoder('latin1').decode(row)) ?? [];
  return separator?.charCodeAt(0);
}
