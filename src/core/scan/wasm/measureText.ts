/** `TextMeasure.add` once more, in AssemblyScript: what is ASCII is passed over 64 bytes at a step. */

import { CARRIAGE_RETURN, LINE_FEED } from './bytes';

let shrink: i32 = 0;
let soloLineEnds: i32 = 0;
let pairedLineEnds: i32 = 0;
let returns: i32 = 0;
let invalidParts: i32 = 0;
let firstInvalidAt: i32 = -1;

/**
 * Counts the bytes `[from, to)` at `bytesAt`; takes and answers whether a carriage return stands before what follows. At
 * `results` it leaves what it counted, in the order of the numbers above.
 */
export function measureText(bytesAt: i32, from: i32, to: i32, endsWithReturn: bool, results: i32): bool {
  shrink = 0;
  soloLineEnds = 0;
  pairedLineEnds = 0;
  returns = 0;
  invalidParts = 0;
  firstInvalidAt = -1;
  const end = bytesAt + to;
  let at = bytesAt + from;
  while (at < end) {
    if (end - at >= 64) {
      const first = v128.load(at);
      const second = v128.load(at, 16);
      const third = v128.load(at, 32);
      const fourth = v128.load(at, 48);
      // With a sign, what is not ASCII stands below all controls.
      const lowest = i8x16.min_s(i8x16.min_s(first, second), i8x16.min_s(third, fourth));
      if (!v128.any_true(i8x16.lt_s(lowest, i8x16.splat(0x0e)))) {
        at += 64;
        endsWithReturn = false;
        continue;
      }
      if (i8x16.bitmask(v128.or(v128.or(first, second), v128.or(third, fourth))) == 0) {
        const feeds = places(first, second, third, fourth, 0x0a);
        const carriages = places(first, second, third, fourth, 0x0d);
        if ((feeds | carriages) != 0) addLineEnds(feeds, carriages, endsWithReturn);
        endsWithReturn = carriages >> 63 != 0;
        at += 64;
        continue;
      }
    }
    const block = v128.load(at);
    const ends = v128.or(i8x16.eq(block, i8x16.splat(0x0a)), i8x16.eq(block, i8x16.splat(0x0d)));
    let matters = i8x16.bitmask(v128.or(block, ends));
    // Behind the end anything may stand.
    if (end - at < 16) matters |= 1 << (end - at);
    if (matters == 0) {
      at += 16;
      endsWithReturn = false;
      continue;
    }
    const plain = ctz(matters);
    if (plain > 0) endsWithReturn = false;
    at += plain;
    if (at >= end) break;
    const byte: i32 = load<u8>(at);
    if (byte < 0x80) {
      addLineEnd(byte, endsWithReturn);
      endsWithReturn = byte == CARRIAGE_RETURN;
      at++;
    } else {
      endsWithReturn = false;
      at = addCharacter(bytesAt, at, end);
    }
  }
  store<i32>(results, shrink);
  store<i32>(results, soloLineEnds, 4);
  store<i32>(results, pairedLineEnds, 8);
  store<i32>(results, returns, 12);
  store<i32>(results, invalidParts, 16);
  store<i32>(results, firstInvalidAt, 20);
  return endsWithReturn;
}

/** One bit for each byte of four times sixteen that is `byte`. */
function places(first: v128, second: v128, third: v128, fourth: v128, byte: i8): u64 {
  const wanted = i8x16.splat(byte);
  const low = i8x16.bitmask(i8x16.eq(first, wanted)) | (i8x16.bitmask(i8x16.eq(second, wanted)) << 16);
  const high = i8x16.bitmask(i8x16.eq(third, wanted)) | (i8x16.bitmask(i8x16.eq(fourth, wanted)) << 16);
  return ((<u64>(<u32>high)) << 32) | (<u64>(<u32>low));
}

/** Counts line ends at many places at once; see {@link addLineEnd}. */
function addLineEnds(feeds: u64, carriages: u64, endsWithReturn: bool): void {
  const pairs = feeds & ((carriages << 1) | (endsWithReturn ? 1 : 0));
  const pairCount = <i32>popcnt(pairs);
  const returnCount = <i32>popcnt(carriages) - pairCount;
  soloLineEnds += <i32>popcnt(feeds & ~pairs) + returnCount;
  returns += returnCount;
  pairedLineEnds += pairCount;
}

function addLineEnd(byte: i32, endsWithReturn: bool): void {
  if (byte == LINE_FEED && endsWithReturn) {
    soloLineEnds--;
    returns--;
    pairedLineEnds++;
  } else {
    soloLineEnds++;
    if (byte == CARRIAGE_RETURN) returns++;
  }
}

function addCharacter(bytesAt: i32, at: i32, end: i32): i32 {
  const lead: i32 = load<u8>(at);
  const length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let lower = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  let upper = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  let next = at + 1;
  while (next < at + length && next < end && <i32>load<u8>(next) >= lower && <i32>load<u8>(next) <= upper) {
    lower = 0x80;
    upper = 0xbf;
    next++;
  }
  const isWhole = length > 1 && next == at + length;
  if (!isWhole) {
    invalidParts++;
    if (firstInvalidAt < 0) firstInvalidAt = at - bytesAt;
  }
  shrink += next - at - (isWhole && length == 4 ? 2 : 1);
  return next;
}
