import { kindOf, kinds, stopsRun } from './byteKinds';
import { type LineBreak, lineBreak } from './lineBreak';
import { after, inside, type PrintState } from './printState';
import { MAX_INDENT_LEVELS, type TokenPrinter, type WhiteSpace } from './tokenPrinter';

/** From this length on, searching and copying natively beats a loop over bytes. */
const LONG_RUN = 64;

const noBytes = new Uint8Array(0);

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const SPACE = 0x20;

/** The {@link TokenPrinter} in TypeScript: runs everywhere, and is what the other one is compared with. */
export class PlainTokenPrinter implements TokenPrinter {
  readonly block: Uint8Array<ArrayBuffer>;
  readonly reserve: number;
  readonly chunkBytes = Number.MAX_SAFE_INTEGER;

  /** By level; made when they are needed first. */
  private readonly breaks: LineBreak[] = [];
  private readonly view: DataView;
  private chunk: Uint8Array = noBytes;

  constructor(
    private readonly whiteSpace: WhiteSpace,
    blockBytes: number,
  ) {
    this.reserve = whiteSpace.eol.length + whiteSpace.indent.length * MAX_INDENT_LEVELS + 8;
    this.block = new Uint8Array(Math.max(blockBytes, 4 * this.reserve));
    this.view = new DataView(this.block.buffer);
  }

  take(bytes: Uint8Array): Uint8Array {
    this.chunk = bytes;
    return bytes;
  }

  /** One function, so that everything is in registers. */
  print(at: number, state: PrintState): number {
    const { chunk, block, view, breaks } = this;
    const { eol, indent } = this.whiteSpace;
    const end = chunk.length;
    const full = block.length - this.reserve;
    let { used, depth, last, isBehindValue, lineFeeds } = state;
    let within: number = inside.nothing;

    while (at < end && used <= full && within === inside.nothing) {
      const byte = chunk[at]!;
      const kind = kindOf[byte]!;
      if (kind === kinds.space) {
        at++;
        if (depth === 0) {
          block[used++] = byte;
          if (byte === LINE_FEED) lineFeeds++;
          isBehindValue = false;
        }
        continue;
      }
      if (kind === kinds.comma || kind === kinds.colon) {
        at++;
        block[used++] = byte;
        last = after.other;
        if (kind === kinds.colon && depth > 0) {
          block[used++] = SPACE;
          last = after.colon;
        }
        isBehindValue = false;
        continue;
      }
      // The white space in front of the token: a line at some level, or nothing.
      let level = -1;
      if (depth === 0) {
        if (isBehindValue && kind === kinds.open) level = 0;
      } else if (kind === kinds.close) {
        if (last !== after.open) level = depth - 1;
      } else if (last !== after.colon) {
        level = depth;
      }
      if (level >= 0) {
        const shown = level < MAX_INDENT_LEVELS ? level : MAX_INDENT_LEVELS;
        const { words, byteLength } = (breaks[shown] ??= lineBreak(eol, indent, shown));
        const count = words.length;
        // Four bytes at a time, which may write over the end: what follows writes over that.
        for (let index = 0; index < count; index++) view.setInt32(used + 4 * index, words[index]!, true);
        used += byteLength;
        lineFeeds++;
      }
      isBehindValue = false;
      at++;
      block[used++] = byte;
      if (kind === kinds.open) {
        depth++;
        last = after.open;
      } else if (kind === kinds.close) {
        last = after.other;
        if (depth > 0) {
          depth--;
          isBehindValue = depth === 0;
        }
      } else if (kind === kinds.quote) {
        last = after.other;
        let stop = at + LONG_RUN;
        if (stop > end) stop = end;
        if (stop > at + full - used) stop = at + full - used;
        let stopped = 0;
        while (at < stop) {
          const content = chunk[at]!;
          if (stopsRun[content] !== 0) {
            if (content === BACKSLASH && at + 1 < stop && chunk[at + 1] !== LINE_FEED) {
              block[used++] = content;
              block[used++] = chunk[at + 1]!;
              at += 2;
              continue;
            }
            stopped = content;
            break;
          }
          at++;
          block[used++] = content;
        }
        if (stopped === QUOTE) {
          at++;
          block[used++] = QUOTE;
          // What mostly follows, without another round.
          const next = at < end ? chunk[at] : 0;
          if (next === COMMA) {
            at++;
            block[used++] = COMMA;
          } else if (next === COLON && depth > 0) {
            at++;
            block[used++] = COLON;
            block[used++] = SPACE;
            last = after.colon;
          }
        } else {
          within = inside.string;
        }
      } else {
        last = after.other;
        within = inside.word;
        let stop = end;
        if (stop > at + full - used) stop = at + full - used;
        while (at < stop) {
          const content = chunk[at]!;
          if (kindOf[content] !== kinds.word) {
            within = inside.nothing;
            break;
          }
          at++;
          block[used++] = content;
        }
      }
    }

    state.used = used;
    state.depth = depth;
    state.last = last;
    state.isBehindValue = isBehindValue;
    state.lineFeeds = lineFeeds;
    state.inside = within;
    return at;
  }
}
