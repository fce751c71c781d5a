/**
 * `unescapeInto` once more, in AssemblyScript: what holds no escape is copied 16 bytes at a step. Both ranges lie in the
 * module's memory and must not overlap; behind the target 16 bytes more may be written.
 */

import { BACKSLASH } from './bytes';

const REPLACEMENT: i32 = 0xfffd;

/** By a bit for each of eight bytes: the places of those with a bit, in order, as eight bytes. */
let placesOf: i32 = 0;

/** Says where there is room for 256 times eight bytes. */
export function setRoom(at: i32): void {
  placesOf = at;
  for (let bits = 0; bits < 256; bits++) {
    let to = at + 8 * bits;
    for (let place = 0; place < 8; place++) if ((bits >> place) & 1) store<u8>(to++, place);
  }
}

/** Writes the text `[from, end)` without its escapes to `to` and returns where it ends. */
export function unescapeText(to: i32, from: i32, end: i32): i32 {
  while (from < end) {
    const block = v128.load(from);
    let mask = i8x16.bitmask(i8x16.eq(block, i8x16.splat(0x5c)));
    // Behind the end anything may stand.
    if (end - from < 16) mask |= 1 << (end - from);
    v128.store(to, block);
    if (mask == 0) {
      from += 16;
      to += 16;
      continue;
    }
    if (end - from >= 16) {
      // Two bytes for a quote, a backslash or a slash, as is usual, are told for all sixteen at once.
      let escapes = escapesIn(mask);
      const length = 16 - (escapes >> 15);
      escapes &= 0x7fff;
      const isQuoted = v128.or(
        i8x16.eq(block, i8x16.splat(0x22)),
        v128.or(i8x16.eq(block, i8x16.splat(0x5c)), i8x16.eq(block, i8x16.splat(0x2f))),
      );
      if (((escapes << 1) & ~i8x16.bitmask(isQuoted)) == 0) {
        const kept = ~escapes & ((1 << length) - 1);
        to = keep(to, block, kept & 0xff, 0);
        to = keep(to, block, kept >> 8, 8);
        from += length;
        continue;
      }
    }
    const plain = ctz(mask);
    from += plain;
    to += plain;
    if (from >= end) break;
    if (from + 1 == end) {
      store<u8>(to++, BACKSLASH);
      break;
    }
    const letter: i32 = load<u8>(from, 1);
    const simple = simpleEscape(letter);
    if (simple >= 0) {
      store<u8>(to++, simple);
      from += 2;
      continue;
    }
    const unit = letter == 0x75 ? hexUnit(from + 2, end) : -1;
    if (unit < 0) {
      store<u8>(to++, BACKSLASH);
      from++;
      continue;
    }
    const low = unit >= 0xd800 && unit <= 0xdbff ? escapedUnit(from + 6, end) : -1;
    const isPair = low >= 0xdc00 && low <= 0xdfff;
    const isLone = !isPair && unit >= 0xd800 && unit <= 0xdfff;
    to = writePoint(to, isPair ? 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) : isLone ? REPLACEMENT : unit);
    from += isPair ? 12 : 6;
  }
  return to;
}

/** What {@link copyText} says of the text that it copied last. */
let copyEnd: i32 = 0;
let copyOddities: i32 = 0;
const NOT_ASCII: i32 = 1;
const HAS_ESCAPES: i32 = 2;

/**
 * Writes the text that begins at `from` without its escapes to `to`, and answers where the quote behind it stands. 0 when there is
 * anything in it but quotes, backslashes and slashes behind backslashes, or when it comes near `limit`.
 */
export function copyText(to: i32, from: i32, limit: i32): i32 {
  copyOddities = 0;
  while (from + 16 < limit) {
    const block = v128.load(from);
    const quotes = i8x16.bitmask(i8x16.eq(block, i8x16.splat(0x22)));
    const backslashes = i8x16.bitmask(i8x16.eq(block, i8x16.splat(0x5c)));
    const controls = i8x16.bitmask(i8x16.lt_u(block, i8x16.splat(0x20)));
    const high = i8x16.bitmask(block);
    if ((quotes | backslashes | controls) == 0) {
      if (high != 0) copyOddities |= NOT_ASCII;
      v128.store(to, block);
      from += 16;
      to += 16;
      continue;
    }
    const all = escapesIn(backslashes);
    const ends = quotes & ~(all << 1);
    // An escape of which only the backslash is here waits for the next turn.
    const length = ends != 0 ? ctz(ends) : 16 - (all >> 15);
    const inside = (1 << length) - 1;
    const escapes = all & inside;
    const slashes = i8x16.bitmask(i8x16.eq(block, i8x16.splat(0x2f)));
    if ((controls & inside) != 0 || ((escapes << 1) & ~(quotes | backslashes | slashes)) != 0) return 0;
    if ((high & inside) != 0) copyOddities |= NOT_ASCII;
    if (escapes != 0) copyOddities |= HAS_ESCAPES;
    const kept = ~escapes & inside;
    to = keep(to, block, kept & 0xff, 0);
    to = keep(to, block, kept >> 8, 8);
    from += length;
    if (ends == 0) continue;
    copyEnd = to;
    return from;
  }
  return 0;
}

/** Where the last copy ends. */
export function endOfCopy(): i32 {
  return copyEnd;
}

/** 1 when the last copy is not ASCII, and 2 when it had escapes. */
export function odditiesOfCopy(): i32 {
  return copyOddities;
}

/** Of the backslashes of sixteen bytes, of which the first begins something, those that begin an escape. */
function escapesIn(backslashes: i32): i32 {
  if ((backslashes & (backslashes << 1)) == 0) return backslashes;
  let escapes = 0;
  for (let left = backslashes; left != 0;) {
    const first = left & -left;
    escapes |= first;
    left &= ~(first | (first << 1));
  }
  return escapes;
}

/** Writes those of the eight bytes from `place` on that have a bit in `bits`; answers where they end. */
function keep(to: i32, block: v128, bits: i32, place: i8): i32 {
  const places = v128.load64_zero(placesOf + 8 * bits);
  v128.store64_lane(to, i8x16.swizzle(block, i8x16.add(places, i8x16.splat(place))), 0);
  return to + popcnt(bits);
}

/** What the letter behind a backslash stands for; -1 for no simple escape. */
function simpleEscape(letter: i32): i32 {
  if (letter == 0x22 || letter == BACKSLASH || letter == 0x2f) return letter;
  if (letter == 0x6e) return 0x0a;
  if (letter == 0x72) return 0x0d;
  if (letter == 0x74) return 0x09;
  if (letter == 0x62) return 0x08;
  return letter == 0x66 ? 0x0c : -1;
}

/** The unit of a whole `\uXXXX`, or -1. */
function escapedUnit(at: i32, end: i32): i32 {
  return at + 6 <= end && load<u8>(at) == BACKSLASH && load<u8>(at, 1) == 0x75 ? hexUnit(at + 2, end) : -1;
}

/** The value of four hexadecimal digits, or -1. */
function hexUnit(at: i32, end: i32): i32 {
  if (at + 4 > end) return -1;
  let unit: i32 = 0;
  for (let digit = 0; digit < 4; digit++) {
    const byte: i32 = load<u8>(at + digit);
    const lower = byte | 0x20;
    const value = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
    if (value < 0) return -1;
    unit = unit * 16 + value;
  }
  return unit;
}

function writePoint(at: i32, point: i32): i32 {
  if (point < 0x80) {
    store<u8>(at++, point);
  } else if (point < 0x800) {
    store<u8>(at++, 0xc0 | (point >> 6));
    store<u8>(at++, 0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    store<u8>(at++, 0xe0 | (point >> 12));
    store<u8>(at++, 0x80 | ((point >> 6) & 0x3f));
    store<u8>(at++, 0x80 | (point & 0x3f));
  } else {
    store<u8>(at++, 0xf0 | (point >> 18));
    store<u8>(at++, 0x80 | ((point >> 12) & 0x3f));
    store<u8>(at++, 0x80 | ((point >> 6) & 0x3f));
    store<u8>(at++, 0x80 | (point & 0x3f));
  }
  return at;
}
