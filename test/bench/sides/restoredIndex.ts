import { buildIndex } from '../../../src/core/index/buildIndex';
import { packStored, unpackStored } from '../../../src/core/stored/packStored';
import { restoreLog } from '../../../src/core/stored/restoreLog';
import { storedLog } from '../../../src/core/stored/storedLog';
import type { Side } from '../side';
import { openFileSource } from '../../../src/platform/node/fileSource';
import { indexAnswer } from './fullIndex';

/** Makes the index of a file from what was stored of it, as when a log is opened again. */
export const restoredIndex: Side = {
  id: 'restoredIndex',
  async run({ file }) {
    const source = await openFileSource(file);
    let packed: Uint8Array | undefined;
    await buildIndex([source], {
      onStorable: (storable) => {
        const stored = storedLog(storable);
        packed = stored && packStored(stored, file);
      },
    });
    const start = performance.now();
    const stored = packed && unpackStored(packed, file);
    const restored = stored && (await restoreLog(stored, source));
    const value = performance.now() - start;
    await source.close();
    if (restored?.kind !== 'built') throw new Error('The log of the bench cannot be stored.');
    return { value, answer: indexAnswer(restored.index) };
  },
};
