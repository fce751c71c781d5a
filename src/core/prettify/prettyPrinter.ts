import { kindOf, kinds, stopsRun } from './byteKinds';
import { type LineBreak, lineBreak } from './lineBreak';

/**
 * A streaming formatter of JSON bytes without loss: every byte of every token comes out as it went in, and in order;
 * only the white space between tokens changes. It knows tokens and depth and nothing else, so that it needs the same
 * memory for any input, and so that broken input passes through:
 *
 * - inside brackets, a token begins a new line, indented by its depth, unless it follows a colon;
 * - outside of them (a byte order mark, garbage, what stands between JSON Lines) everything stays, white space too.
 */

/** How to print, and where to. */
export interface PrettyOptions {
  /** One level of indentation. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  /** Receives the output, block by block. A block is the sink's; `recycle` gives its memory back. */
  readonly sink: (block: Uint8Array<ArrayBuffer>) => void;
  /** Stop when more bytes than this come out. */
  readonly maxBytes?: number;
  /** Stop when more lines than this come out. */
  readonly maxLines?: number;
}

/** What came out. */
export interface PrettyResult {
  readonly byteLength: number;
  /** Line feeds, and one more. */
  readonly lineCount: number;
  /** True when a limit was passed; the output then ends somewhere behind it. */
  readonly isTooLarge: boolean;
}

/** Lines deeper than this are indented no further: 100,000 levels would otherwise come out as gigabytes of spaces. */
export const MAX_INDENT_LEVELS = 100;

/** Blocks begin small, for the many inputs that are one record, and double up to the largest. */
const FIRST_BLOCK_BYTES = 16 * 1024;
const LARGEST_BLOCK_BYTES = 256 * 1024;
/** So many blocks are kept for reuse: enough for a sink that writes once for each megabyte of input. */
const MAX_SPARES = 16;
/** From this length on, searching and copying natively beats a loop over bytes. */
const LONG_RUN = 64;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const SPACE = 0x20;

/** What the next byte belongs to. */
const inside = { nothing: 0, word: 1, string: 2, escape: 3 } as const;
/** What the last token was, as far as it matters for the white space behind it. */
const after = { other: 0, open: 1, colon: 2 } as const;

/** Prints one input. Feed it with `push`, then call `end` once. */
export class PrettyPrinter {
  /** By level; made when they are needed first. */
  private readonly breaks: LineBreak[] = [];
  /** Room that a token may need in front of it. */
  private readonly reserve: number;
  private blockBytes: number;
  private block: Uint8Array<ArrayBuffer>;
  private view: DataView;
  private readonly spares: ArrayBuffer[] = [];
  private used = 0;
  private flushedBytes = 0;
  private lineFeeds = 0;
  private isTooLarge = false;

  private state: number = inside.nothing;
  private last: number = after.other;
  private depth = 0;
  /** Whether a bracket that closed the outermost value was the last byte. */
  private isBehindValue = false;

  constructor(private readonly options: PrettyOptions) {
    this.reserve = options.eol.length + options.indent.length * MAX_INDENT_LEVELS + 8;
    this.blockBytes = Math.max(FIRST_BLOCK_BYTES, 4 * this.reserve);
    this.block = new Uint8Array(this.blockBytes);
    this.view = new DataView(this.block.buffer);
  }

  /** Prints the next bytes of the input, cut anywhere. False once a limit was passed: what follows is ignored. */
  push(chunk: Uint8Array): boolean {
    let at = 0;
    while (at < chunk.length && !this.isTooLarge) {
      if (this.used + this.reserve > this.blockBytes) this.flush();
      at = this.state === inside.nothing ? this.printTokens(chunk, at) : this.printRest(chunk, at);
    }
    return !this.isTooLarge;
  }

  /** Hands over what is left, and says what came out. */
  end(): PrettyResult {
    if (!this.isTooLarge) this.flush();
    return { byteLength: this.flushedBytes, lineCount: this.lineFeeds + 1, isTooLarge: this.isTooLarge };
  }

  /** Gives the memory of a block back that the sink is done with. The block must not be used afterwards. */
  recycle(block: Uint8Array<ArrayBuffer>): void {
    const isOurs = block.buffer.byteLength === this.blockBytes;
    if (isOurs && this.spares.length < MAX_SPARES) this.spares.push(block.buffer);
  }

  private flush(): void {
    if (this.used > 0) {
      const full = this.block.subarray(0, this.used);
      this.flushedBytes += this.used;
      this.used = 0;
      // Before the sink gives the block back, so that a small one is not taken again.
      if (this.blockBytes < LARGEST_BLOCK_BYTES) this.blockBytes *= 2;
      this.options.sink(full);
      this.block = new Uint8Array(this.spares.pop() ?? new ArrayBuffer(this.blockBytes));
      this.view = new DataView(this.block.buffer);
    }
    const { maxBytes = Infinity, maxLines = Infinity } = this.options;
    this.isTooLarge = this.flushedBytes > maxBytes || this.lineFeeds + 1 > maxLines;
  }

  /**
   * The hot loop: whole tokens from `at` on, until the chunk ends, the block is nearly full or a token needs more than
   * a plain run. Returns where it stopped; `state` says within what. One function, so that everything is in registers.
   */
  private printTokens(chunk: Uint8Array, at: number): number {
    const { block, view, breaks } = this;
    const { eol, indent } = this.options;
    const end = chunk.length;
    const full = this.blockBytes - this.reserve;
    let { used, depth, last, isBehindValue, lineFeeds } = this;
    let state: number = inside.nothing;

    while (at < end && used <= full && state === inside.nothing) {
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
          state = inside.string;
        }
      } else {
        last = after.other;
        state = inside.word;
        let stop = end;
        if (stop > at + full - used) stop = at + full - used;
        while (at < stop) {
          const content = chunk[at]!;
          if (kindOf[content] !== kinds.word) {
            state = inside.nothing;
            break;
          }
          at++;
          block[used++] = content;
        }
      }
    }

    this.used = used;
    this.depth = depth;
    this.last = last;
    this.isBehindValue = isBehindValue;
    this.lineFeeds = lineFeeds;
    this.state = state;
    return at;
  }

  /** Goes on within a string or a word, for as long as it lasts and the block has room. Returns where it stopped. */
  private printRest(chunk: Uint8Array, at: number): number {
    if (this.state === inside.word) return this.printWord(chunk, at);
    if (this.state === inside.escape) {
      this.state = inside.string;
      return this.copy(chunk, at, at + 1);
    }
    return this.depth > 0 ? this.printString(chunk, at) : this.printOuterString(chunk, at);
  }

  private printWord(chunk: Uint8Array, at: number): number {
    const stop = this.reach(chunk, at);
    let end = at;
    while (end < stop && kindOf[chunk[end]!] === kinds.word) end++;
    if (end < stop) this.state = inside.nothing;
    return this.copy(chunk, at, end);
  }

  private printString(chunk: Uint8Array, at: number): number {
    const stop = this.reach(chunk, at);
    const quote = chunk.subarray(at, stop).indexOf(QUOTE);
    const end = quote < 0 ? stop : at + quote;
    let slash = end;
    while (slash > at && chunk[slash - 1] === BACKSLASH) slash--;
    const isEscaped = (end - slash) % 2 === 1;
    if (quote < 0) {
      if (isEscaped) this.state = inside.escape;
      return this.copy(chunk, at, end);
    }
    if (!isEscaped) this.state = inside.nothing;
    return this.copy(chunk, at, end + 1);
  }

  /** Outside of brackets a quote may be garbage: there a string ends with its line at the latest. */
  private printOuterString(chunk: Uint8Array, at: number): number {
    const stop = this.reach(chunk, at);
    let end = at;
    while (end < stop && this.state === inside.string) {
      const byte = chunk[end++]!;
      if (byte === QUOTE || byte === LINE_FEED) this.state = inside.nothing;
      else if (byte === BACKSLASH) this.state = inside.escape;
    }
    return this.copy(chunk, at, end);
  }

  private reach(chunk: Uint8Array, at: number): number {
    return Math.min(chunk.length, at + this.blockBytes - this.used);
  }

  private copy(chunk: Uint8Array, from: number, to: number): number {
    const run = chunk.subarray(from, to);
    this.block.set(run, this.used);
    this.used += run.length;
    for (let feed = run.indexOf(LINE_FEED); feed >= 0; feed = run.indexOf(LINE_FEED, feed + 1)) this.lineFeeds++;
    return to;
  }
}
