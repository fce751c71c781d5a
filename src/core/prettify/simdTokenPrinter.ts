import { webAssembly, type WasmMemory } from '../scan/webAssembly';
import { kindOf } from './byteKinds';
import type { PrintState } from './printState';
import { MAX_INDENT_LEVELS, type TokenPrinter, type WhiteSpace } from './tokenPrinter';
import code from './wasm/printTokens.ts?wasm';

const PAGE_BYTES = 0x10000;
const CHUNK_BYTES = 256 * 1024;
/** The module reads and writes 16 bytes at once, at any place. */
const MARGIN = 16;

/** Where things lie in the module's memory. Its own data comes first, and is small. */
const KINDS_AT = 0x1000;
const STATE_AT = KINDS_AT + 256;
/** Where the output ends, depth, last token, whether a value has just ended, line feeds, and what is open. */
const STATE_NUMBERS = 6;
const LINE_AT = STATE_AT + 32;

interface Exports {
  readonly setPlaces: (kinds: number, state: number, line: number, eolBytes: number, indentBytes: number) => void;
  readonly printTokens: (at: number, end: number, out: number, full: number) => number;
}

let compiled: object | undefined;

/** A {@link TokenPrinter} whose loop is `wasm/printTokens.ts`: for long inputs, because making it takes a while. */
export class SimdTokenPrinter implements TokenPrinter {
  readonly block: Uint8Array;
  readonly reserve: number;
  readonly chunkBytes = CHUNK_BYTES;

  private readonly module: Exports;
  private readonly chunk: Uint8Array;
  private readonly numbers: Int32Array;
  private chunkEnd = 0;

  /** Undefined where the module cannot be compiled: no WebAssembly, no SIMD, or a policy against it. */
  static create(whiteSpace: WhiteSpace, blockBytes: number): SimdTokenPrinter | undefined {
    try {
      compiled ??= new webAssembly.Module(code);
      return new SimdTokenPrinter(compiled, whiteSpace, blockBytes);
    } catch {
      return undefined;
    }
  }

  private constructor(compiledModule: object, { eol, indent }: WhiteSpace, blockBytes: number) {
    const encoder = new TextEncoder();
    const line = encoder.encode(eol + indent.repeat(MAX_INDENT_LEVELS));
    this.reserve = line.length + 2 * MARGIN;
    const chunkAt = LINE_AT + line.length + MARGIN;
    const blockAt = chunkAt + CHUNK_BYTES + MARGIN;
    const outputBytes = Math.max(blockBytes, 4 * this.reserve);
    const pages = Math.ceil((blockAt + outputBytes + MARGIN) / PAGE_BYTES);
    const memory: WasmMemory = new webAssembly.Memory({ initial: pages });
    this.module = new webAssembly.Instance(compiledModule, { env: { memory } }).exports as Exports;
    this.module.setPlaces(KINDS_AT, STATE_AT, LINE_AT, encoder.encode(eol).length, encoder.encode(indent).length);
    this.chunk = new Uint8Array(memory.buffer, chunkAt, CHUNK_BYTES);
    this.block = new Uint8Array(memory.buffer, blockAt, outputBytes);
    this.numbers = new Int32Array(memory.buffer, STATE_AT, STATE_NUMBERS);
    new Uint8Array(memory.buffer, KINDS_AT, kindOf.length).set(kindOf);
    new Uint8Array(memory.buffer, LINE_AT, line.length).set(line);
  }

  take(bytes: Uint8Array): Uint8Array {
    this.chunk.set(bytes);
    this.chunkEnd = bytes.length;
    return this.chunk.subarray(0, bytes.length);
  }

  print(at: number, state: PrintState): number {
    const { chunk, block, numbers, reserve } = this;
    const { byteOffset: chunkAt } = chunk;
    const { byteOffset: blockAt, byteLength: blockBytes } = block;
    numbers.set([0, state.depth, state.last, state.isBehindValue ? 1 : 0, 0]);
    const full = blockAt + blockBytes - reserve;
    const stop = this.module.printTokens(chunkAt + at, chunkAt + this.chunkEnd, blockAt + state.used, full);
    const [out = 0, depth = 0, last = 0, isBehindValue, lineFeeds = 0, inside = 0] = numbers;
    state.used = out - blockAt;
    state.depth = depth;
    state.last = last;
    state.isBehindValue = isBehindValue === 1;
    state.lineFeeds += lineFeeds;
    state.inside = inside;
    return stop - chunkAt;
  }
}
