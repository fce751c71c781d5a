import { readEvent } from '../../../src/core/record/readEvent';
import { seededRandom } from '../../support/seededRandom';
import type { Side } from '../side';
import { builtIndex } from './builtIndex';
import { openFileSource } from '../../../src/platform/node/fileSource';
import { medianOf } from './medianOf';

const EVENTS = 200;

/** Reads one event after the other from anywhere in the file; the median time of one. */
export const oneEvent: Side = {
  id: 'oneEvent',
  async run({ file }) {
    const source = await openFileSource(file);
    const index = await builtIndex(source);
    const random = seededRandom(1);
    const times: number[] = [];
    let wrong = 0;
    for (let count = 0; count < EVENTS; count++) {
      const row = random.below(index.rowCount);
      const start = performance.now();
      const { byteOffset, byteLength, key } = index.range(row);
      const bytes = new Uint8Array(byteLength);
      await source.readInto(bytes, byteOffset);
      const event = readEvent({ bytes, key, file: 0, byteOffset });
      times.push(performance.now() - start);
      if (event.id !== index.summary(row).id || event.steps.length === 0) wrong++;
    }
    await source.close();
    return { value: medianOf(times), answer: `${wrong} wrong` };
  },
};
