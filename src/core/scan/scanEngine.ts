import type { TextNotation } from './fieldCollector';
import type { RowPlan, RowReader } from './rowReader';
import type { UnescapeWithin } from './simdUnescape';
import { SimdValueScanner } from './simdValueScanner';
import { TextMeasure } from './textMeasure';
import type { TextReader } from './textReader';
import { unescapeInto } from './unescape';
import { ValueScanner, type ValueReader } from './valueScanner';

/** What scans values, measures text and takes escapes out of it, and where the bytes have to lie for it. */
export interface ScanEngine {
  readonly values: ValueReader;
  readonly measure: TextMeasure;
  /** Takes escapes out of bytes in such an array. */
  readonly unescape: UnescapeWithin;
  /** Reads rows of what `values` scans, where that is faster than doing it with the hits. Asked for once. */
  readonly rowReader?: (plan: RowPlan) => RowReader | undefined;
  /**
   * Reads texts of what `values` scans, which are JSON unless told, where that can be done in place. Asked for once, before
   * `grown` is.
   */
  readonly textReader?: (notation: TextNotation | undefined) => TextReader;
  /**
   * An array of at least `byteLength` zeros or whatever else, which begins with the bytes of `old`: the array that
   * this function returned before, if any, which is not to be used any more.
   */
  readonly grown: (old: Uint8Array | undefined, byteLength: number) => Uint8Array;
}

/** The engine in TypeScript: runs everywhere, and is what the other one is compared with. */
export function plainEngine(): ScanEngine {
  return {
    values: new ValueScanner(),
    measure: new TextMeasure(),
    unescape: (bytes, at, from, end) => unescapeInto(bytes, at, bytes, from, end),
    grown: (old, byteLength) => {
      const bytes = new Uint8Array(byteLength);
      if (old) bytes.set(old);
      return bytes;
    },
  };
}

/** The engine in WebAssembly; undefined where that is missing, or not allowed, or has no SIMD. */
export function simdEngine(): ScanEngine | undefined {
  const values = SimdValueScanner.create();
  if (values === undefined) return undefined;
  return {
    values,
    measure: values.textMeasure(),
    unescape: values.unescape(),
    rowReader: (plan) => values.rowReader(plan),
    textReader: (notation) => values.textReader(notation),
    grown: (_, byteLength) => values.room(byteLength),
  };
}

/** The fastest engine there is. */
export function newEngine(): ScanEngine {
  return simdEngine() ?? plainEngine();
}
