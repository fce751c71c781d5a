import { sampleLog } from '../generator/sampleLog';
import { shapes } from '../generator/shapes/shapes';
import type { GraphRecord } from '../generator/shapes/shape';
import { fixtureLogs } from '../support/fixtureLogs';
import type { FuzzedLog } from './fuzzLogs';

const RECORDS = 6;

/** A log of some events in every shape, and every fixture. */
export function fuzzedLogs(): readonly FuzzedLog[] {
  const records = (JSON.parse(sampleLog().text) as readonly GraphRecord[]).slice(0, 4 * RECORDS);
  const encoder = new TextEncoder();
  const written = shapes.flatMap((shape) =>
    shape.write(records.filter((record) => shape.canWrite?.(record) ?? true).slice(0, RECORDS)).map((text, file) => ({
      name: file === 0 ? shape.id : `${shape.id}, file ${file + 1}`,
      bytes: encoder.encode(text),
    })),
  );
  const fixtures = fixtureLogs().flatMap(({ name, files }) =>
    files.map((file) => ({ name: files.length === 1 ? name : `${name}/${file.name}`, bytes: file.bytes })),
  );
  return [...written, ...fixtures];
}
