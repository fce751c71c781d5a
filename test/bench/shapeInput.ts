import { mkdir, rm, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { readEvent } from '../../src/core/record/readEvent';
import { largeLog } from '../generator/largeLog';
import { shapes } from '../generator/shapes/shapes';
import type { GraphRecord, Shape } from '../generator/shapes/shape';
import type { BenchInput } from './side';

/** The folders in which the same events lie, in a shape and as the portal's list. */
export const shapeFiles = { shape: 'shape', portal: 'portal' } as const;

/** The events that every shape is written from, as many as fill a portal's list of so many bytes. */
export function shapeRecords(bytes: number): readonly GraphRecord[] {
  const json = Buffer.concat([...largeLog({ bytes })]).toString('utf8');
  return JSON.parse(json) as readonly GraphRecord[];
}

/**
 * Writes those of the events that a shape can hold to `scratch`, in the shape and as the portal's list, over what another
 * shape left there. Where a shape separates values by characters that texts hold too, they hold spaces instead.
 */
export async function writeShape(shape: Shape, records: readonly GraphRecord[], scratch: string): Promise<BenchInput> {
  const canWrite = (record: GraphRecord): boolean => shape.canWrite?.(record) ?? true;
  const held = records.map((record) => (canWrite(record) ? record : withoutSeparators(record))).filter(canWrite);
  const byteLength = await writeParts(path.join(scratch, shapeFiles.shape), shape.write(held));
  await writeParts(path.join(scratch, shapeFiles.portal), shapes[0]!.write(held));
  return { file: path.join(scratch, shapeFiles.shape), byteLength, events: held.length, failures: 0, scratch };
}

function withoutSeparators(record: GraphRecord): GraphRecord {
  const change = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replace(/[;=}]|@\{/g, ' ') : value;
  return JSON.parse(JSON.stringify(record, change)) as GraphRecord;
}

/** Which of the facts that are compared a shape has a place for. */
export function whatIsHeld({ keeps }: Shape): { readonly code: boolean; readonly duration: boolean } {
  const bytes = new TextEncoder().encode('{"statusInfo":{"errorCode":"Some"},"durationInMilliseconds":1}');
  const whole = readEvent({ bytes, content: bytes, key: '', file: 0, byteOffset: 0 });
  const kept = keeps?.(whole) ?? whole;
  return { code: 'errorCode' in kept, duration: 'durationMs' in kept };
}

async function writeParts(folder: string, parts: readonly string[]): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  let byteLength = 0;
  for (const [number, part] of parts.entries()) {
    const bytes = Buffer.from(part);
    await writeFile(path.join(folder, `part-${number}`), bytes);
    byteLength += bytes.length;
  }
  return byteLength;
}
