/** Finds wanted fields in texts that hold JSON: without their escapes, which takes a place of its own, they are scanned. */

import { HAS_NO_ROOM, IS_NONE, IS_READ } from './answers';
import { CARRIAGE_RETURN, LINE_FEED, OPEN_BRACE, OPEN_BRACKET, SPACE } from './bytes';

declare function scanMore(bytesAt: i32, start: i32, limitOffset: i32, root: i32): i32;
declare function endOfCopies(): i32;
declare function findCopy(start: i32): i32;
declare function unescapeText(to: i32, from: i32, end: i32): i32;

let bytesAt: i32 = 0;
/** Behind the last text that was written. */
let textsEnd: i32 = 0;

/** Says where the bytes of records begin. */
export function setBytes(at: i32): void {
  bytesAt = at;
}

/** Begins the record that was scanned last: its texts without escapes stand behind those that the scanner has copied. */
export function begin(): void {
  textsEnd = endOfCopies();
}

/** See `readTexts.ts`. */
export function readText(node: i32, start: i32, end: i32, isEscaped: bool): i32 {
  // Neither bracket needs an escape.
  const first: i32 = load<u8>(spaceEnd(start, end));
  if (first != OPEN_BRACE && first != OPEN_BRACKET) return IS_NONE;
  let at = start;
  let limit = end;
  if (isEscaped) {
    const copy = findCopy(start);
    if (copy != 0) {
      at = load<i32>(copy, 4);
      limit = load<i32>(copy, 8);
    } else {
      at = textsEnd;
      limit = unescapeText(at, start, end);
      textsEnd = limit + 1;
    }
  }
  // The scanner ends at a 0 behind the limit: what stands there comes back at once.
  const kept = load<u8>(limit);
  store<u8>(limit, 0);
  const valueEnd = scanMore(bytesAt, at - bytesAt, limit - bytesAt, node);
  store<u8>(limit, kept);
  if (valueEnd == HAS_NO_ROOM) return HAS_NO_ROOM;
  return valueEnd >= 0 && spaceEnd(bytesAt + valueEnd, limit) == limit ? IS_READ : IS_NONE;
}

function spaceEnd(at: i32, end: i32): i32 {
  while (at < end && isSpace(load<u8>(at))) at++;
  return at;
}

function isSpace(byte: i32): bool {
  return byte == SPACE || byte == LINE_FEED || byte == CARRIAGE_RETURN || byte == 0x09;
}
