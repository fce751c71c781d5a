/**
 * Finds wanted fields in texts that spell objects as PowerShell does: `@{name=value; other=}`, or several with a space
 * between. The fields that come out are those that scanning the JSON of `unpackPowerShell` gives; the tests compare them.
 */

import { HAS_NO_ROOM, IS_NONE, IS_READ } from './answers';
import { BACKSLASH, CLOSE_BRACE, EQUALS, SEMICOLON, SPACE } from './bytes';
import { ESCAPED_TEXT, NULL, TEXT } from './hits';

/** What {@link readObject} answers besides a place: {@link IS_NONE} and {@link HAS_NO_ROOM}. */
const NO_OBJECT: i32 = -1;
const NO_ROOM: i32 = -2;

/** No name of a value is longer. */
const MAX_NAME: i32 = 256;

declare function addHit(field: i32, kind: i32, start: i32, end: i32): bool;
declare function findKey(node: i32, start: i32, end: i32, hasEscapes: bool): i32;

/**
 * The node that has the names of values for its keys, each with a number as its field: where the first name is one of them,
 * only those count.
 */
let names: i32 = 0;
let nameCount: i32 = 0;
/**
 * By the number of each name how it was spelled last, with the equals sign; how long that is, 0 where it is longer than there
 * is room for; and the number.
 */
let spellings: i32 = 0;
const SPELLED_BYTES: i32 = 32;
const LENGTH_AT: i32 = SPELLED_BYTES;
const NUMBER_AT: i32 = LENGTH_AT + 4;
const SPELLING_BYTES: i32 = 40;

/** Behind the text that is read. */
let end: i32 = 0;
/** What stands behind the value that was read last: the next name, or -1, its equals sign, and its spelling if it is known. */
let nextName: i32 = -1;
let nextEquals: i32 = -1;
let nextSpelling: i32 = 0;

/** Says which node has the known names, how many they are, and where there is room, all zero, for their spellings. */
export function setNames(node: i32, count: i32, room: i32): void {
  names = node;
  nameCount = count;
  spellings = room;
}

/**
 * See `readTexts.ts`. No value is wanted for being an object. `wanted` is a place with the node of what is wanted, by the
 * number of each name where that name leads from there, and then guesses, because names come in the same order again and
 * again: the spelling that came first in the last such text, and by number which one came behind each name; 0 for none.
 */
export function readText(wanted: i32, start: i32, textEnd: i32, _isEscaped: bool): i32 {
  if (isLost(start, textEnd - start)) return IS_READ;
  if (load<u16>(start) != 0x7b40 || load<u8>(textEnd - 1) != CLOSE_BRACE) return IS_NONE;
  end = textEnd;
  let from = readObject(wanted, start + 2);
  while (from >= 0 && from < textEnd) from = readObject(wanted, from + 3);
  if (from == NO_ROOM) return HAS_NO_ROOM;
  return from < 0 ? IS_NONE : IS_READ;
}

/** Whether it is `System.Object[]` or `System.Collections.Hashtable`, which stand for a list and an object. */
function isLost(at: i32, length: i32): bool {
  if (length == 15) return load<u64>(at) == 0x4f2e6d6574737953 && load<u64>(at, 7) == 0x5d5b7463656a624f;
  return (
    length == 28 &&
    load<u64>(at) == 0x432e6d6574737953 &&
    load<u64>(at, 8) == 0x6f697463656c6c6f &&
    load<u64>(at, 16) == 0x74687361482e736e &&
    load<u32>(at, 24) == 0x656c6261
  );
}

/** Reads the object whose first name begins at `start`; answers where its text ends. */
function readObject(wanted: i32, start: i32): i32 {
  if (<i32>load<u8>(start) == CLOSE_BRACE && isObjectEnd(start)) return start + 1;
  const guesses = wanted + 4 * nameCount + 4;
  let name = start;
  let spelling = spellingAt(start, guesses);
  let equals = nextEquals;
  const isKnown = spelling != 0;
  while (equals >= 0) {
    const value = equals + 1;
    const valueEnd = findValueEnd(value, isKnown ? guesses + 4 * load<i32>(spelling, NUMBER_AT) + 4 : 0);
    // What ends within an escape would take the quote behind it along.
    if (endsInEscape(value, valueEnd) || (!isKnown && endsInEscape(name, equals))) return NO_OBJECT;
    const found = isKnown
      ? load<i32>(wanted + 4 * load<i32>(spelling, NUMBER_AT), 4)
      : wantedBelow(load<i32>(wanted), name, equals);
    if (found != 0 && load<i32>(found) >= 0) {
      const kind = value == valueEnd ? NULL : hasEscapes(value, valueEnd) ? ESCAPED_TEXT : TEXT;
      if (!addHit(load<i32>(found), kind, value, valueEnd)) return NO_ROOM;
    }
    if (nextName < 0) return valueEnd + 1;
    name = nextName;
    equals = nextEquals;
    spelling = nextSpelling;
  }
  return NO_OBJECT;
}

function wantedBelow(node: i32, start: i32, until: i32): i32 {
  return node == 0 ? 0 : findKey(node, start, until, hasEscapes(start, until));
}

/**
 * Where a value ends: in front of `; ` and a name, or of the brace that closes the object. At `guess` stands which name is likely
 * to follow, where only known names count.
 */
function findValueEnd(from: i32, guess: i32): i32 {
  nextName = -1;
  nextSpelling = 0;
  for (let at = from; at < end; at += 16) {
    const block = v128.load(at);
    let stops = i8x16.bitmask(v128.or(i8x16.eq(block, i8x16.splat(0x7d)), i8x16.eq(block, i8x16.splat(0x3b))));
    for (; stops != 0; stops &= stops - 1) {
      const stop = at + ctz(stops);
      if (stop >= end) return end;
      if (<i32>load<u8>(stop) == CLOSE_BRACE) {
        if (isObjectEnd(stop)) return stop;
        continue;
      }
      if (<i32>load<u8>(stop, 1) != SPACE) continue;
      if (guess != 0) {
        nextSpelling = spellingAt(stop + 2, guess);
        if (nextSpelling == 0) continue;
      } else {
        nextEquals = nameEnd(stop + 2);
        if (nextEquals < 0) continue;
      }
      nextName = stop + 2;
      return stop;
    }
  }
  return end;
}

/**
 * The spelling of the known name at `start`, most likely the one that stands at `guess`, where it stands then, or 0; leaves where
 * the equals sign behind a name stands.
 */
function spellingAt(start: i32, guess: i32): i32 {
  const guessed = load<i32>(guess);
  if (guessed != 0 && isSpelled(guessed, start)) {
    nextEquals = start + load<i32>(guessed, LENGTH_AT) - 1;
    return guessed;
  }
  nextEquals = nameEnd(start);
  const known = nextEquals < 0 ? 0 : findKey(names, start, nextEquals, false);
  if (known == 0) return 0;
  const number = load<i32>(known);
  const spelling = spellings + SPELLING_BYTES * number;
  const length = nextEquals + 1 - start;
  store<i32>(spelling, number, NUMBER_AT);
  store<i32>(spelling, length <= SPELLED_BYTES ? length : 0, LENGTH_AT);
  v128.store(spelling, v128.load(start));
  v128.store(spelling, v128.load(start, 16), 16);
  store<i32>(guess, spelling);
  return spelling;
}

/** Whether a name at `start` is spelled like this, up to its equals sign. */
function isSpelled(spelling: i32, start: i32): bool {
  const length = load<i32>(spelling, LENGTH_AT);
  if (length == 0) return false;
  const same = i8x16.bitmask(i8x16.eq(v128.load(start), v128.load(spelling)));
  if (length <= 16) return (~same & ((1 << length) - 1)) == 0;
  const more = i8x16.bitmask(i8x16.eq(v128.load(start, 16), v128.load(spelling, 16)));
  return same == 0xffff && (~more & ((1 << (length - 16)) - 1)) == 0;
}

/** Whether a brace is the text's last character, or another object follows. */
function isObjectEnd(at: i32): bool {
  if (at == end - 1) return true;
  return at + 3 < end && load<u16>(at, 1) == 0x4020 && load<u8>(at, 3) == 0x7b;
}

/** The equals sign behind a name; -1 when the text there is no name. */
function nameEnd(start: i32): i32 {
  const limit = min(end, start + MAX_NAME);
  for (let at = start; at < limit; at += 16) {
    const block = v128.load(at);
    const stops = i8x16.bitmask(v128.or(i8x16.eq(block, i8x16.splat(0x3d)), i8x16.eq(block, i8x16.splat(0x3b))));
    if (stops == 0) continue;
    const stop = at + ctz(stops);
    return stop < limit && <i32>load<u8>(stop) == EQUALS ? stop : -1;
  }
  return -1;
}

function hasEscapes(start: i32, until: i32): bool {
  for (let at = start; at < until; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0x5c)));
    if (found != 0) return at + ctz(found) < until;
  }
  return false;
}

function endsInEscape(start: i32, until: i32): bool {
  let at = until;
  while (at > start && <i32>load<u8>(at - 1) == BACKSLASH) at--;
  return ((until - at) & 1) == 1;
}
