/**
 * `PlainTokenPrinter.print` once more, in AssemblyScript: strings are copied 16 bytes at a step. Where things lie, and what
 * the numbers mean, says `simdTokenPrinter.ts`.
 */

const WORD: i32 = 0;
const SPACE_KIND: i32 = 1;
const COMMA_KIND: i32 = 2;
const COLON_KIND: i32 = 3;
const OPEN: i32 = 4;
const CLOSE: i32 = 5;
const QUOTE_KIND: i32 = 6;

const IN_NOTHING: i32 = 0;
const IN_WORD: i32 = 1;
const IN_STRING: i32 = 2;

const AFTER_OTHER: i32 = 0;
const AFTER_OPEN: i32 = 1;
const AFTER_COLON: i32 = 2;

const QUOTE: i32 = 0x22;
const COMMA: i32 = 0x2c;
const COLON: i32 = 0x3a;
const LINE_FEED: i32 = 0x0a;
const SPACE: i32 = 0x20;

const MAX_INDENT_LEVELS: i32 = 100;

let kindsAt: i32 = 0;
let stateAt: i32 = 0;
let lineAt: i32 = 0;
let eolLength: i32 = 0;
let indentLength: i32 = 0;

/** Says where the kinds of bytes, the state and a line end with the deepest indentation lie. */
export function setPlaces(kinds: i32, state: i32, line: i32, eolBytes: i32, indentBytes: i32): void {
  kindsAt = kinds;
  stateAt = state;
  lineAt = line;
  eolLength = eolBytes;
  indentLength = indentBytes;
}

/**
 * Prints the bytes `[at, end)` of the memory to `out`, as long as that is not behind `full`. Answers where it stopped, and
 * leaves the state, of which the first number is where the output ends.
 */
export function printTokens(at: i32, end: i32, out: i32, full: i32): i32 {
  let depth = load<i32>(stateAt, 4);
  let last = load<i32>(stateAt, 8);
  let isBehindValue = load<i32>(stateAt, 12) != 0;
  let lineFeeds = load<i32>(stateAt, 16);
  let inside = IN_NOTHING;

  while (at < end && out <= full && inside == IN_NOTHING) {
    const byte: i32 = load<u8>(at);
    const kind: i32 = load<u8>(kindsAt + byte);
    if (kind == SPACE_KIND) {
      at++;
      if (depth == 0) {
        store<u8>(out++, byte);
        if (byte == LINE_FEED) lineFeeds++;
        isBehindValue = false;
      }
      continue;
    }
    if (kind == COMMA_KIND || kind == COLON_KIND) {
      at++;
      store<u8>(out++, byte);
      last = AFTER_OTHER;
      if (kind == COLON_KIND && depth > 0) {
        store<u8>(out++, SPACE);
        last = AFTER_COLON;
      }
      isBehindValue = false;
      continue;
    }
    // The white space in front of the token: a line at some level, or nothing.
    let level = -1;
    if (depth == 0) {
      if (isBehindValue && kind == OPEN) level = 0;
    } else if (kind == CLOSE) {
      if (last != AFTER_OPEN) level = depth - 1;
    } else if (last != AFTER_COLON) {
      level = depth;
    }
    if (level >= 0) {
      const length = eolLength + indentLength * min(level, MAX_INDENT_LEVELS);
      // 16 bytes at a time, which may write over the end: what follows writes over that.
      for (let done = 0; done < length; done += 16) v128.store(out + done, v128.load(lineAt + done));
      out += length;
      lineFeeds++;
    }
    isBehindValue = false;
    at++;
    store<u8>(out++, byte);
    last = AFTER_OTHER;
    if (kind == OPEN) {
      depth++;
      last = AFTER_OPEN;
    } else if (kind == CLOSE) {
      if (depth > 0) {
        depth--;
        isBehindValue = depth == 0;
      }
    } else if (kind == QUOTE_KIND) {
      inside = IN_STRING;
      while (at < end && out <= full) {
        const block = v128.load(at);
        v128.store(out, block);
        const stops = i8x16.bitmask(
          v128.or(
            v128.or(i8x16.eq(block, i8x16.splat(0x22)), i8x16.eq(block, i8x16.splat(0x5c))),
            i8x16.eq(block, i8x16.splat(0x0a)),
          ),
        );
        // Behind the end anything may stand.
        const plain = min(stops == 0 ? 16 : ctz(stops), end - at);
        at += plain;
        out += plain;
        if (plain == 16) continue;
        if (at == end) break;
        const stop: i32 = load<u8>(at);
        if (stop == QUOTE) {
          at++;
          store<u8>(out++, QUOTE);
          inside = IN_NOTHING;
          break;
        }
        if (stop == LINE_FEED) {
          at++;
          store<u8>(out++, LINE_FEED);
          lineFeeds++;
          // Outside of brackets a quote may be garbage: there a string ends with its line at the latest.
          if (depth == 0) {
            inside = IN_NOTHING;
            break;
          }
          continue;
        }
        // An escape: one that is cut is left to who knows what follows.
        if (at + 1 == end) break;
        store<u16>(out, load<u16>(at));
        if (load<u8>(at, 1) == LINE_FEED) lineFeeds++;
        at += 2;
        out += 2;
      }
      if (inside == IN_NOTHING && at < end && load<u8>(at - 1) == QUOTE) {
        // What mostly follows, without another round.
        const next: i32 = load<u8>(at);
        if (next == COMMA) {
          at++;
          store<u8>(out++, COMMA);
        } else if (next == COLON && depth > 0) {
          at++;
          store<u16>(out, (SPACE << 8) | COLON);
          out += 2;
          last = AFTER_COLON;
        }
      }
    } else {
      inside = IN_WORD;
      while (at < end && out <= full) {
        const content: i32 = load<u8>(at);
        if (<i32>load<u8>(kindsAt + content) != WORD) {
          inside = IN_NOTHING;
          break;
        }
        at++;
        store<u8>(out++, content);
      }
    }
  }

  store<i32>(stateAt, out);
  store<i32>(stateAt, depth, 4);
  store<i32>(stateAt, last, 8);
  store<i32>(stateAt, isBehindValue ? 1 : 0, 12);
  store<i32>(stateAt, lineFeeds, 16);
  store<i32>(stateAt, inside, 20);
  return at;
}
