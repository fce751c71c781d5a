/**
 * `ValueScanner.scan` once more, in AssemblyScript, 16 bytes of a text at a step. Statement for statement the same
 * machine, so that both answer the same for any bytes; the tests compare them. What it works on lies in its memory at
 * places that the caller chooses: see `simdValueScanner.ts`, which also writes the wanted paths there.
 */

import { HAS_NO_ROOM, IS_BROKEN, NEEDS_MORE } from './answers';
import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './bytes';
import { BOOLEAN, CONTAINER, ESCAPED_TEXT, NULL, NUMBER, TEXT } from './hits';

const NOT_ASCII: i32 = 1;
const LINE_END: i32 = 2;
const CONTROL_CHARACTER: i32 = 4;
const TRAILING_COMMA: i32 = 8;
const NUL_BYTE: i32 = 16;
const SURROGATE_ESCAPE: i32 = 32;

const VALUE: i32 = 0;
const FIRST_VALUE: i32 = 1;
const KEY: i32 = 2;
const FIRST_KEY: i32 = 3;
const AFTER_KEY: i32 = 4;
const AFTER_VALUE: i32 = 5;

const KEPT_LEVELS: i32 = 64;
/** An escaped key is looked up by the caller, unless it is longer than the longest that could be meant. */
const MAX_ESCAPED_KEY: i32 = 6 * 256;

/** Finds a key with escapes in `[start, end)` of the memory: the node it leads to, or 0. */
declare function findEscapedKey(node: i32, start: i32, end: i32): i32;

/** Of `unescapeText.ts`, which says what they do. */
declare function copyText(to: i32, from: i32, limit: i32): i32;
declare function endOfCopy(): i32;
declare function odditiesOfCopy(): i32;

/** Texts of these fields that begin as JSON does are copied without their escapes while they are scanned. */
let copiedFields: i32 = i32.MAX_VALUE;
/** Copies stand from here on, behind each other. */
let copiesAt: i32 = 0;
let copiesEnd: i32 = 0;
/** Of each copy: where its text begins, and where the copy begins and ends. */
let copyTable: i32 = 0;
let copyCapacity: i32 = 0;
let copyCount: i32 = 0;
/** So many of them were asked for, or passed by. */
let copyRead: i32 = 0;
const COPY_BYTES: i32 = 12;

/** By depth: whether the container is an object, and which node belongs to it. */
let kindsAt: i32 = 0;
let nodesAt: i32 = 0;
let levelCapacity: i32 = 0;
let fieldsAt: i32 = 0;
let hitKindsAt: i32 = 0;
let startsAt: i32 = 0;
let endsAt: i32 = 0;
let hitCapacity: i32 = 0;
let resultsAt: i32 = 0;

/** The bytes that the last scan looked at begin here. */
let base: i32 = 0;
let hitCount: i32 = 0;
let oddAt: i32 = -1;
let soloLineEnds: i32 = 0;
let pairedLineEnds: i32 = 0;
let returns: i32 = 0;

/**
 * Says where there is room: for `levels` numbers and nodes of four bytes, for `hits` of each kind of number, and for what
 * a scan came to: how many hits, which oddities, where the first of them stands, and where the fault; then, where there are
 * any, the line ends between tokens: alone, in pairs, and the carriage returns among the first.
 */
export function setRoom(
  kinds: i32,
  nodes: i32,
  levels: i32,
  fields: i32,
  hitKinds: i32,
  starts: i32,
  ends: i32,
  hits: i32,
  results: i32,
): void {
  kindsAt = kinds;
  nodesAt = nodes;
  levelCapacity = levels;
  fieldsAt = fields;
  hitKindsAt = hitKinds;
  startsAt = starts;
  endsAt = ends;
  hitCapacity = hits;
  resultsAt = results;
}

/** Says which texts are copied, where to, and where there is room to note so many of them. */
export function setCopies(fields: i32, at: i32, table: i32, capacity: i32): void {
  copiedFields = fields;
  copiesAt = at;
  copyTable = table;
  copyCapacity = capacity;
}

/** Where there is room behind the copies of the last scan. */
export function endOfCopies(): i32 {
  return copiesEnd;
}

/** The entry of the last scan's copies, or 0, of the text that begins at `start`; copies come in the order of their texts. */
export function findCopy(start: i32): i32 {
  while (copyRead < copyCount) {
    const entry = copyTable + COPY_BYTES * copyRead;
    const textStart = load<i32>(entry);
    if (textStart > start) return 0;
    copyRead++;
    if (textStart == start) return entry;
  }
  return 0;
}

/**
 * Scans the value that begins at `start` of the bytes at `bytesAt`; `root` is the node of the wanted paths, 0 for none.
 * Nodes are `field, longest key`, then by length of key where its candidates are (0: none); candidates are
 * `count`, then for each the node it leads to and the key in small letters, filled up with zeros to 16 bytes.
 */
export function scanValue(bytesAt: i32, start: i32, limitOffset: i32, root: i32): i32 {
  hitCount = 0;
  copyCount = 0;
  copyRead = 0;
  copiesEnd = copiesAt;
  return scanMore(bytesAt, start, limitOffset, root);
}

/** As {@link scanValue}, behind the hits that are there. */
export function scanMore(bytesAt: i32, start: i32, limitOffset: i32, root: i32): i32 {
  base = bytesAt;
  oddAt = -1;
  soloLineEnds = 0;
  pairedLineEnds = 0;
  returns = 0;
  const limit = bytesAt + limitOffset;
  let at = bytesAt + start;
  let seen: i32 = 0;
  let depth: i32 = 0;
  let isObject: i32 = 0;
  let expects = VALUE;
  let open: i32 = 0;
  let node = root;

  while (true) {
    const byte: i32 = load<u8>(at);
    if (byte == QUOTE) {
      if (expects >= AFTER_KEY) return done(IS_BROKEN, at, seen);
      const textStart = ++at;
      let hasEscapes = false;
      if (expects <= FIRST_VALUE && node != 0 && load<i32>(node) >= copiedFields) {
        const copied = copyAt(at, limit);
        if (copied != 0) {
          at = copied;
          const found = odditiesOfCopy();
          seen |= found & NOT_ASCII;
          hasEscapes = found > NOT_ASCII;
        }
      }
      // Behind a copy this ends at once.
      for (;;) {
        const block = v128.load(at);
        let stops = i8x16.bitmask(
          v128.or(
            v128.or(i8x16.eq(block, i8x16.splat(0x22)), i8x16.eq(block, i8x16.splat(0x5c))),
            i8x16.lt_u(block, i8x16.splat(0x20)),
          ),
        );
        let high = i8x16.bitmask(block);
        if (stops == 0) {
          if (high != 0) seen |= NOT_ASCII;
          at += 16;
          continue;
        }
        let place = ctz(stops);
        let stop: i32 = load<u8>(at + place);
        if (stop == QUOTE) {
          if ((high & (stops - 1) & ~stops) != 0) seen |= NOT_ASCII;
          at += place;
          break;
        }
        let step = 16;
        while (stop != QUOTE) {
          const here = at + place;
          if (here >= limit) {
            if ((high & ((1 << place) - 1)) != 0) seen |= NOT_ASCII;
            return done(NEEDS_MORE, here, seen);
          }
          stops &= stops - 1;
          if (stop == BACKSLASH) {
            hasEscapes = true;
            if (load<u8>(here, 1) == 0x75 && (load<u8>(here, 2) | 0x20) == 0x64) seen |= SURROGATE_ESCAPE;
            if (here + 1 < limit) {
              // What stands behind it means nothing here.
              stops &= ~(2 << place);
              high &= ~(2 << place);
              if (place == 15) step = 17;
            }
          } else {
            seen |= note(
              stop == LINE_FEED || stop == CARRIAGE_RETURN ? CONTROL_CHARACTER | LINE_END : CONTROL_CHARACTER,
              here,
            );
          }
          if (stops == 0) break;
          place = ctz(stops);
          stop = load<u8>(at + place);
        }
        if (stops != 0) {
          if ((high & ((1 << place) - 1)) != 0) seen |= NOT_ASCII;
          at += place;
          break;
        }
        if (high != 0) seen |= NOT_ASCII;
        at += step;
      }
      if (expects >= KEY) {
        node = open == 0 ? 0 : findKey(open, textStart, at, hasEscapes);
        at++;
        if (load<u8>(at) == COLON) {
          at++;
          expects = VALUE;
        } else {
          expects = AFTER_KEY;
        }
        continue;
      }
      if (node != 0 && load<i32>(node) >= 0) {
        if (!addHit(load<i32>(node), hasEscapes ? ESCAPED_TEXT : TEXT, textStart, at)) return HAS_NO_ROOM;
      }
      at++;
      if (isObject == 1 && load<u16>(at) == 0x222c) {
        // A comma and a quote, by far the most frequent way on.
        at++;
        expects = KEY;
        continue;
      }
      expects = AFTER_VALUE;
    } else if (byte == COMMA) {
      if (expects != AFTER_VALUE) return done(IS_BROKEN, at, seen);
      at++;
      expects = isObject == 1 ? KEY : VALUE;
      node = open;
      continue;
    } else if (byte == OPEN_BRACE || byte == OPEN_BRACKET) {
      if (expects > FIRST_VALUE) return done(IS_BROKEN, at, seen);
      if (node != 0 && load<i32>(node) >= 0) {
        if (!addHit(load<i32>(node), CONTAINER, at, at + 1)) return HAS_NO_ROOM;
      }
      if (depth == levelCapacity) return HAS_NO_ROOM;
      store<u8>(kindsAt + depth, isObject);
      if (depth < KEPT_LEVELS) store<i32>(nodesAt + 4 * depth, open);
      depth++;
      isObject = byte == OPEN_BRACE ? 1 : 0;
      open = node;
      expects = isObject == 1 ? FIRST_KEY : FIRST_VALUE;
      at++;
      continue;
    } else if (byte == CLOSE_BRACE || byte == CLOSE_BRACKET) {
      const closesObject = byte == CLOSE_BRACE ? 1 : 0;
      const mayClose = closesObject == 1 ? expects == FIRST_KEY || expects == KEY : expects <= FIRST_VALUE;
      if (depth == 0 || closesObject != isObject || !(mayClose || expects == AFTER_VALUE)) {
        return done(IS_BROKEN, at, seen);
      }
      if (expects == KEY || expects == VALUE) seen |= note(TRAILING_COMMA, at);
      depth--;
      isObject = load<u8>(kindsAt + depth);
      open = depth < KEPT_LEVELS ? load<i32>(nodesAt + 4 * depth) : 0;
      at++;
      expects = AFTER_VALUE;
    } else if (byte == 0x20) {
      at++;
      // Lines of pretty files begin with many of them.
      while (load<u64>(at) == 0x2020202020202020) at += 8;
      while (load<u8>(at) == 0x20) at++;
      continue;
    } else if (byte == COLON) {
      if (expects != AFTER_KEY) return done(IS_BROKEN, at, seen);
      at++;
      expects = VALUE;
      continue;
    } else if (byte == LINE_FEED || byte == CARRIAGE_RETURN) {
      seen |= LINE_END;
      if (byte == CARRIAGE_RETURN && load<u8>(at, 1) == LINE_FEED) {
        pairedLineEnds++;
        at += 2;
        continue;
      }
      soloLineEnds++;
      if (byte == CARRIAGE_RETURN) returns++;
      at++;
      continue;
    } else if (byte == 0x09) {
      at++;
      continue;
    } else if (byte == 0) {
      if (at >= limit) return done(NEEDS_MORE, at, seen);
      seen |= note(NUL_BYTE, at);
      at++;
      continue;
    } else {
      if (expects > FIRST_VALUE) return done(IS_BROKEN, at, seen);
      const scalarStart = at;
      if (isNumberPart(byte)) {
        while (isNumberPart(load<u8>(at))) at++;
      } else {
        at = literalEnd(at, limit);
      }
      if (at < 0) return done(at, scalarStart, seen);
      if (at >= limit && depth > 0) return done(NEEDS_MORE, at, seen);
      if (node != 0 && load<i32>(node) >= 0) {
        if (!addHit(load<i32>(node), scalarKind(byte), scalarStart, at)) return HAS_NO_ROOM;
      }
      expects = AFTER_VALUE;
    }
    if (depth == 0) {
      return done(at - bytesAt, at, seen);
    }
  }
}

/** How many hits there are. */
export function countHits(): i32 {
  return hitCount;
}

/** Forgets all hits but the first `count`. */
export function keepHits(count: i32): void {
  hitCount = count;
}

/** Adds a hit at places in the memory; false when there is no room for it. */
export function addHit(field: i32, kind: i32, start: i32, end: i32): bool {
  const count = hitCount;
  if (count == hitCapacity) return false;
  store<u8>(fieldsAt + count, field);
  store<u8>(hitKindsAt + count, kind);
  store<i32>(startsAt + 4 * count, start - base);
  store<i32>(endsAt + 4 * count, end - base);
  hitCount = count + 1;
  return true;
}

/** Copies the text that begins at `start`, if it may be JSON; answers where its quote stands, or 0. */
function copyAt(start: i32, limit: i32): i32 {
  const first: i32 = load<u8>(start);
  if ((first != OPEN_BRACE && first != OPEN_BRACKET) || copyCount == copyCapacity) return 0;
  const end = copyText(copiesEnd, start, limit);
  if (end == 0 || odditiesOfCopy() <= NOT_ASCII) return end;
  const entry = copyTable + COPY_BYTES * copyCount++;
  store<i32>(entry, start);
  store<i32>(entry, copiesEnd, 4);
  store<i32>(entry, endOfCopy(), 8);
  // A 0 has room behind each.
  copiesEnd = endOfCopy() + 1;
  return end;
}

function note(what: i32, at: i32): i32 {
  if (oddAt < 0) oddAt = at - base;
  return what;
}

function done(answer: i32, at: i32, seen: i32): i32 {
  store<i32>(resultsAt, hitCount);
  store<i32>(resultsAt, seen, 4);
  store<i32>(resultsAt, oddAt, 8);
  store<i32>(resultsAt, at - base, 12);
  if ((seen & LINE_END) != 0) {
    store<i32>(resultsAt, soloLineEnds, 16);
    store<i32>(resultsAt, pairedLineEnds, 20);
    store<i32>(resultsAt, returns, 24);
  }
  return answer;
}

/** Where the key in `[start, end)` of the memory leads from a node; 0 when nothing below it is wanted. */
export function findKey(node: i32, start: i32, end: i32, hasEscapes: bool): i32 {
  const length = end - start;
  const longest = load<i32>(node, 4);
  if (hasEscapes) {
    if (length > 6 * (longest + 1) || length > MAX_ESCAPED_KEY || hasOtherEscape(start, end)) return 0;
    return findEscapedKey(node, start, end);
  }
  if (length > longest) return 0;
  let candidate = load<i32>(node + 4 * length, 8);
  if (candidate == 0) return 0;
  for (let left = load<i32>(candidate); left > 0; left--) {
    const found = load<i32>(candidate, 4);
    candidate += 8;
    if (isSame(start, candidate, length)) return found;
    candidate += ((length + 15) & ~15) - 4;
  }
  return 0;
}

/** Whether one of the escapes is no `\u`. */
function hasOtherEscape(start: i32, end: i32): bool {
  for (let at = start; at < end; at++) {
    if (load<u8>(at) == BACKSLASH && load<u8>(at, 1) != 0x75) return true;
  }
  return false;
}

/** Whether the `length` bytes at `at`, in small letters, are those of the key at `key`. */
function isSame(at: i32, key: i32, length: i32): bool {
  let left = length;
  for (; left >= 16; left -= 16, at += 16, key += 16) {
    if (!i8x16.all_true(i8x16.eq(lower(v128.load(at)), v128.load(key)))) return false;
  }
  const wanted = (1 << left) - 1;
  return (i8x16.bitmask(i8x16.eq(lower(v128.load(at)), v128.load(key))) & wanted) == wanted;
}

function lower(block: v128): v128 {
  const isCapital = i8x16.lt_u(i8x16.sub(block, i8x16.splat(0x41)), i8x16.splat(26));
  return v128.or(block, v128.and(isCapital, i8x16.splat(0x20)));
}

/** Digits and `+-.eE`. */
function isNumberPart(byte: i32): bool {
  return (byte >= 0x30 && byte <= 0x39) || byte == 0x2b || byte == 0x2d || byte == 0x2e || byte == 0x65 || byte == 0x45;
}

function scalarKind(firstByte: i32): i32 {
  if (firstByte == 0x6e) return NULL;
  return isNumberPart(firstByte) ? NUMBER : BOOLEAN;
}

function literalEnd(at: i32, limit: i32): i32 {
  const first: i32 = load<u8>(at);
  // `true`, `alse` and `null` as the numbers that their four bytes make.
  if (first == 0x74) return wordEnd(at, 0x65757274, limit);
  if (first == 0x6e) return wordEnd(at, 0x6c6c756e, limit);
  if (first == 0x66) return at + 1 >= limit ? NEEDS_MORE : wordEnd(at + 1, 0x65736c61, limit);
  return IS_BROKEN;
}

function wordEnd(at: i32, word: i32, limit: i32): i32 {
  for (let next = 0; next < 4; next++) {
    if (<i32>load<u8>(at + next) != ((word >> (8 * next)) & 0xff)) return at + next >= limit ? NEEDS_MORE : IS_BROKEN;
  }
  return at + 4;
}
