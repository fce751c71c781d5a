import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formats } from '../../../src/core/formats/formats';
import { shapes } from '../../generator/shapes/shapes';
import type { GraphRecord, Shape } from '../../generator/shapes/shape';
import { anyRecord } from '../../support/anyRecord';
import { indexLog } from '../../support/indexLog';
import { assertIndexed, eventsOf, normalised } from '../../support/readLog';
import { utf8 } from '../../support/scanLog';

const records = fc.uniqueArray(anyRecord, { minLength: 1, maxLength: 5, selector: ({ id }) => id });
const [portal] = shapes;

async function readBack(shape: Shape, written: readonly GraphRecord[], chunkBytes = 4096) {
  const files = shape.write(written).map(utf8);
  const log = await indexLog(files, { chunkBytes });
  const events = await eventsOf(log, files);
  return { log, events };
}

describe('One set of events', () => {
  for (const shape of shapes) {
    it(`comes back from the shape "${shape.id}"`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(records, fc.constantFrom(7, 300, 4096), async (drawn, chunkBytes) => {
          const written = drawn.filter((record) => shape.canWrite?.(record) ?? true);
          fc.pre(written.length > 0);
          const { log, events } = await readBack(shape, written, chunkBytes);
          const { events: expected } = await readBack(portal!, written);
          assert.deepEqual(
            log.files.map(({ format }) => format?.id),
            [shape.format, ...(shape.otherFormats ?? [])],
          );
          assert.deepEqual(log.problems.kept, []);
          assert.deepEqual(
            events.map(normalised),
            expected.map(normalised).map((event) => shape.keeps?.(event) ?? event),
          );
          assertIndexed(log, events);
        }),
        { numRuns: 25 },
      );
    });
  }

  it('is written by shapes of different names, and some shape writes for every format', () => {
    assert.equal(new Set(shapes.map(({ id }) => id)).size, shapes.length);
    const written = new Set(shapes.flatMap(({ format, otherFormats = [] }) => [format, ...otherFormats]));
    assert.deepEqual(
      formats.map(({ id }) => id).filter((id) => !written.has(id)),
      [],
    );
  });
});
