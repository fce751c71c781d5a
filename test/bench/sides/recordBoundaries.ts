import { readFile } from 'node:fs/promises';
import { markerKeys } from '../../../src/core/formats/eventKeys';
import { inList } from '../../../src/core/formats/places';
import { JsonRecordScanner } from '../../../src/core/scan/jsonRecordScanner';
import { compilePaths } from '../../../src/core/scan/pathTree';
import type { Side } from '../side';

/**
 * Finds where the records begin and end, in bytes that are in memory already, where the scanner wants them. It asks for one
 * field, without which objects are not taken for events.
 */
export const recordBoundaries: Side = {
  id: 'recordBoundaries',
  async run({ file }) {
    const bytes = await readFile(file);
    let records = 0;
    let faults = 0;
    const shape = {
      container: inList.container,
      paths: compilePaths([{ field: 0, path: 'id' }]),
      markers: compilePaths(markerKeys.map((path, field) => ({ field, path }))),
    };
    const sink = { record: () => records++, fault: () => faults++, member: () => undefined };
    const scanner = new JsonRecordScanner(shape, sink, bytes.length);
    scanner.room().set(bytes);
    const start = performance.now();
    scanner.filled(bytes.length);
    scanner.finish();
    const value = performance.now() - start;
    return { value, answer: faults === 0 ? `${records} records` : `${faults} faults` };
  },
};
