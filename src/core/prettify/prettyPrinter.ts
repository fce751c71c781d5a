import { kindOf, kinds } from './byteKinds';
import { PlainTokenPrinter } from './plainTokenPrinter';
import { after, inside, type PrintState } from './printState';
import { SimdTokenPrinter } from './simdTokenPrinter';
import type { TokenPrinter, WhiteSpace } from './tokenPrinter';

/**
 * A streaming formatter of JSON bytes without loss: every byte of every token comes out as it went in, and in order;
 * only the white space between tokens changes. It knows tokens and depth and nothing else, so that it needs the same
 * memory for any input, and so that broken input passes through:
 *
 * - inside brackets, a token begins a new line, indented by its depth, unless it follows a colon;
 * - outside of them (a byte order mark, garbage, what stands between JSON Lines) everything stays, white space too.
 */

/** How to print, and where to. */
export interface PrettyOptions extends WhiteSpace {
  /** Receives the output, block by block. A block is the sink's; `recycle` gives its memory back. */
  readonly sink: (block: Uint8Array<ArrayBuffer>) => void;
  /** Stop when more bytes than this come out. */
  readonly maxBytes?: number;
  /** Stop when more lines than this come out. */
  readonly maxLines?: number;
  /** What prints tokens: the fastest there is for an input of this length unless told. */
  readonly createTokens?: (whiteSpace: WhiteSpace) => TokenPrinter;
}

/** What came out. */
export interface PrettyResult {
  readonly byteLength: number;
  /** Line feeds, and one more. */
  readonly lineCount: number;
  /** True when a limit was passed; the output then ends somewhere behind it. */
  readonly isTooLarge: boolean;
}

/** Many inputs are one record; one that begins with a piece of this length is a file. */
const LONG_INPUT_BYTES = 64 * 1024;
const SMALL_BLOCK_BYTES = 16 * 1024;
const LARGE_BLOCK_BYTES = 256 * 1024;
/** So many blocks are kept for reuse: enough for a sink that writes once for each megabyte of input. */
const MAX_SPARES = 16;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

/**
 * Prints one input. Feed it with `push`, then call `end` once. A {@link TokenPrinter} does what is hot: in WebAssembly for long
 * inputs, which takes a third of the processor time that TypeScript takes; what goes over the end of a chunk or a block is done here.
 */
export class PrettyPrinter {
  /** Made when it is known how long the input may be. */
  private tokens: TokenPrinter | undefined;
  private readonly state: PrintState = {
    used: 0,
    lineFeeds: 0,
    inside: inside.nothing,
    last: after.other,
    depth: 0,
    isBehindValue: false,
  };
  private readonly spares: ArrayBuffer[] = [];
  private flushedBytes = 0;
  private isTooLarge = false;

  constructor(private readonly options: PrettyOptions) {}

  /** Prints the next bytes of the input, cut anywhere. False once a limit was passed: what follows is ignored. */
  push(bytes: Uint8Array): boolean {
    const tokens = (this.tokens ??= this.createTokens(bytes.length));
    for (let from = 0; from < bytes.length && !this.isTooLarge; from += tokens.chunkBytes) {
      this.printChunk(tokens, tokens.take(bytes.subarray(from, from + tokens.chunkBytes)));
    }
    return !this.isTooLarge;
  }

  /** Hands over what is left, and says what came out. */
  end(): PrettyResult {
    if (!this.isTooLarge && this.tokens) this.flush(this.tokens);
    return { byteLength: this.flushedBytes, lineCount: this.state.lineFeeds + 1, isTooLarge: this.isTooLarge };
  }

  /** Gives the memory of a block back that the sink is done with. The block must not be used afterwards. */
  recycle({ buffer }: Uint8Array<ArrayBuffer>): void {
    const isWhole = buffer.byteLength === this.tokens?.block.length;
    if (isWhole && this.spares.length < MAX_SPARES) this.spares.push(buffer);
  }

  private createTokens(inputBytes: number): TokenPrinter {
    const { options } = this;
    if (options.createTokens) return options.createTokens(options);
    if (inputBytes < LONG_INPUT_BYTES) return new PlainTokenPrinter(options, SMALL_BLOCK_BYTES);
    return SimdTokenPrinter.create(options, LARGE_BLOCK_BYTES) ?? new PlainTokenPrinter(options, LARGE_BLOCK_BYTES);
  }

  private printChunk(tokens: TokenPrinter, chunk: Uint8Array): void {
    const { state } = this;
    for (let at = 0; at < chunk.length && !this.isTooLarge;) {
      if (state.used + tokens.reserve > tokens.block.length) this.flush(tokens);
      at = state.inside === inside.nothing ? tokens.print(at, state) : this.printRest(tokens, chunk, at);
    }
  }

  private flush({ block }: TokenPrinter): void {
    const { state, options } = this;
    if (state.used > 0) {
      const output = new Uint8Array(this.spares.pop() ?? new ArrayBuffer(block.length), 0, state.used);
      output.set(block.subarray(0, state.used));
      this.flushedBytes += state.used;
      state.used = 0;
      options.sink(output);
    }
    const { maxBytes = Infinity, maxLines = Infinity } = options;
    this.isTooLarge = this.flushedBytes > maxBytes || state.lineFeeds + 1 > maxLines;
  }

  /** Goes on within a string or a word, for as long as it lasts and the block has room. Returns where it stopped. */
  private printRest({ block }: TokenPrinter, chunk: Uint8Array, at: number): number {
    if (this.state.inside === inside.word) return this.printWord(block, chunk, at);
    if (this.state.inside === inside.escape) {
      this.state.inside = inside.string;
      return this.copy(block, chunk, at, at + 1);
    }
    return this.state.depth > 0 ? this.printString(block, chunk, at) : this.printOuterString(block, chunk, at);
  }

  private printWord(block: Uint8Array, chunk: Uint8Array, at: number): number {
    const stop = this.reach(block, chunk, at);
    let end = at;
    while (end < stop && kindOf[chunk[end]!] === kinds.word) end++;
    if (end < stop) this.state.inside = inside.nothing;
    return this.copy(block, chunk, at, end);
  }

  private printString(block: Uint8Array, chunk: Uint8Array, at: number): number {
    const stop = this.reach(block, chunk, at);
    const quote = chunk.subarray(at, stop).indexOf(QUOTE);
    const end = quote < 0 ? stop : at + quote;
    let slash = end;
    while (slash > at && chunk[slash - 1] === BACKSLASH) slash--;
    const isEscaped = (end - slash) % 2 === 1;
    if (quote < 0) {
      if (isEscaped) this.state.inside = inside.escape;
      return this.copy(block, chunk, at, end);
    }
    if (!isEscaped) this.state.inside = inside.nothing;
    return this.copy(block, chunk, at, end + 1);
  }

  /** Outside of brackets a quote may be garbage: there a string ends with its line at the latest. */
  private printOuterString(block: Uint8Array, chunk: Uint8Array, at: number): number {
    const stop = this.reach(block, chunk, at);
    let end = at;
    while (end < stop && this.state.inside === inside.string) {
      const byte = chunk[end++]!;
      if (byte === QUOTE || byte === LINE_FEED) this.state.inside = inside.nothing;
      else if (byte === BACKSLASH) this.state.inside = inside.escape;
    }
    return this.copy(block, chunk, at, end);
  }

  private reach(block: Uint8Array, chunk: Uint8Array, at: number): number {
    return Math.min(chunk.length, at + block.length - this.state.used);
  }

  private copy(block: Uint8Array, chunk: Uint8Array, from: number, to: number): number {
    const run = chunk.subarray(from, to);
    block.set(run, this.state.used);
    this.state.used += run.length;
    for (let feed = run.indexOf(LINE_FEED); feed >= 0; feed = run.indexOf(LINE_FEED, feed + 1)) this.state.lineFeeds++;
    return to;
  }
}
