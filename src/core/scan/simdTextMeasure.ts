import { TextMeasure } from './textMeasure';
import code from './wasm/measureText.ts?wasm';
import { webAssembly, type WasmMemory } from './webAssembly';

interface Exports {
  readonly measureText: (bytesAt: number, from: number, to: number, endsWithReturn: number, results: number) => number;
}

const SHORT_RANGE = 16;
/** How many numbers the module leaves. */
const RESULTS = 6;

/** So much room a measure needs in the memory, at a place that four divides. */
export const TEXT_MEASURE_BYTES = 4 * RESULTS;

let compiled: object | undefined;

/** A {@link TextMeasure} whose loop is `wasm/measureText.ts`, for bytes that lie in the module's memory. */
export class SimdTextMeasure extends TextMeasure {
  private readonly module: Exports;
  private results = new Int32Array(0);
  /** The bytes that were measured last, whether they lie in the memory, and where. */
  private lastBytes: Uint8Array | undefined;
  private isInMemory = false;
  private bytesAt = 0;

  /** `room` is where the module may leave {@link TEXT_MEASURE_BYTES}. Throws where it cannot be compiled. */
  constructor(
    private readonly memory: WasmMemory,
    private readonly room: number,
  ) {
    super();
    compiled ??= new webAssembly.Module(code);
    this.module = new webAssembly.Instance(compiled, { env: { memory } }).exports as Exports;
  }

  override add(bytes: Uint8Array, from: number, to: number): void {
    if (bytes !== this.lastBytes) this.take(bytes);
    // What stands between two records is short, and asking the module takes longer.
    if (to - from < SHORT_RANGE || !this.isInMemory) {
      super.add(bytes, from, to);
      return;
    }
    const { module, bytesAt, room, results } = this;
    this.endsWithReturn = module.measureText(bytesAt, from, to, this.endsWithReturn ? 1 : 0, room) !== 0;
    this.shrink += results[0]!;
    this.soloLineEnds += results[1]!;
    this.pairedLineEnds += results[2]!;
    this.returns += results[3]!;
    this.invalidParts += results[4]!;
    this.firstInvalidAt = results[5]!;
  }

  /** Asking an array for its buffer takes as long as measuring a short record. */
  private take(bytes: Uint8Array): void {
    const { buffer } = this.memory;
    this.lastBytes = bytes;
    this.isInMemory = bytes.buffer === buffer;
    this.bytesAt = bytes.byteOffset;
    this.results = new Int32Array(buffer, this.room, RESULTS);
  }
}
