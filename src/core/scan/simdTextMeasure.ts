import { TextMeasure } from './textMeasure';
import code from './wasm/measureText.ts?wasm';
import { webAssembly, type WasmMemory } from './webAssembly';

interface Exports {
  readonly measureText: (bytesAt: number, from: number, to: number, endsWithReturn: number) => number;
  readonly shrink: { readonly value: number };
  readonly soloLineEnds: { readonly value: number };
  readonly pairedLineEnds: { readonly value: number };
  readonly returns: { readonly value: number };
  readonly invalidParts: { readonly value: number };
  readonly firstInvalidAt: { readonly value: number };
}

const SHORT_RANGE = 16;

let compiled: object | undefined;

/** A {@link TextMeasure} whose loop is `wasm/measureText.ts`, for bytes that lie in the module's memory. */
export class SimdTextMeasure extends TextMeasure {
  private readonly module: Exports;

  /** Throws where the module cannot be compiled. */
  constructor(private readonly memory: WasmMemory) {
    super();
    compiled ??= new webAssembly.Module(code);
    this.module = new webAssembly.Instance(compiled, { env: { memory } }).exports as Exports;
  }

  override add(bytes: Uint8Array, from: number, to: number): void {
    const { module } = this;
    // What stands between two records is short, and asking the module takes longer.
    if (to - from < SHORT_RANGE || bytes.buffer !== this.memory.buffer) {
      super.add(bytes, from, to);
      return;
    }
    this.endsWithReturn = module.measureText(bytes.byteOffset, from, to, this.endsWithReturn ? 1 : 0) !== 0;
    this.shrink += module.shrink.value;
    this.soloLineEnds += module.soloLineEnds.value;
    this.pairedLineEnds += module.pairedLineEnds.value;
    this.returns += module.returns.value;
    this.invalidParts += module.invalidParts.value;
    this.firstInvalidAt = module.firstInvalidAt.value;
  }
}
