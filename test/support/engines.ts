import * as assert from 'node:assert/strict';
import { plainEngine, simdEngine, type ScanEngine } from '../../src/core/scan/scanEngine';

/** What records can be scanned with; the first is the reference. Node has WebAssembly, so none is missing here. */
export const engines: readonly { readonly name: string; readonly create: () => ScanEngine }[] = [
  { name: 'plain', create: plainEngine },
  {
    name: 'SIMD',
    create: () => {
      const engine = simdEngine();
      assert.ok(engine);
      return engine;
    },
  },
];
