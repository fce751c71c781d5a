import type { Side } from '../side';
import { builtIndex } from './builtIndex';
import { openFileSource } from '../../../src/platform/node/fileSource';

/** What a finished index keeps: all array buffers and the used heap of its process after a collection, in MB. */
export const indexMemory: Side = {
  id: 'indexMemory',
  async run({ file }) {
    const source = await openFileSource(file);
    const index = await builtIndex(source);
    await source.close();
    // The second collection takes what the first one's finalizers let go.
    for (let round = 0; round < 2; round++) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return { value: (heapUsed + arrayBuffers) / 1e6, answer: `${index.rowCount} events` };
  },
};
