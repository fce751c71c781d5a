import { sampleLog } from '../generator/sampleLog';
import { shapes } from '../generator/shapes/shapes';
import type { GraphRecord } from '../generator/shapes/shape';
import { fixtureLogs } from '../support/fixtureLogs';
import type { FuzzedLog } from './fuzzLogs';

const RECORDS = 6;

/** A log of some events in every shape, and every fixture. */
export function fuzzedLogs(): readonly FuzzedLog[] {
  const records = JSON.parse(sampleLog().text) as readonly GraphRecord[];
  const encoder = new TextEncoder();
  const written = shapes.map((shape): FuzzedLog => {
    const some = records.filter((record) => shape.canWrite?.(record) ?? true).slice(0, RECORDS);
    return { name: shape.id, files: shape.write(some).map((text) => encoder.encode(text)) };
  });
  const fixtures = fixtureLogs().map(({ name, files }) => ({ name, files: files.map(({ bytes }) => bytes) }));
  return [...written, ...fixtures];
}
