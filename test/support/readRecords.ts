import * as assert from 'node:assert/strict';
import type { LogFormat } from '../../src/core/formats/logFormat';
import type { LengthDifference } from '../../src/core/scan/recordScanner';
import type { ScanEngine } from '../../src/core/scan/scanEngine';
import { hitKind } from '../../src/core/scan/valueScanner';
import { engines } from './engines';
import { utf8 } from './scanLog';

/** What a format's reader said of a file. */
export interface ReadRecords {
  readonly records: readonly {
    readonly hits: readonly ReadHit[];
    readonly content: string;
    /** How its place in a document differs from its place in bytes. */
    readonly differences: readonly LengthDifference[];
  }[];
  readonly faults: readonly string[];
}

/** One value of a record; null and containers have no text. */
export interface ReadHit {
  readonly field: number;
  readonly kind: number;
  readonly value: string;
}

/** Reads a file in a format's way, which must come to the same with every engine. */
export function readRecords(format: LogFormat, text: string): ReadRecords {
  const [expected, ...others] = engines.map(({ create }) => readWith(create(), format, text));
  for (const other of others) assert.deepEqual(other, expected);
  return expected!;
}

function readWith(engine: ScanEngine, format: LogFormat, text: string): ReadRecords {
  const records: ReadRecords['records'][number][] = [];
  const faults: string[] = [];
  const bytes = utf8(text);
  const decoder = new TextDecoder();
  const reading = format.read(
    {
      record: (record) => {
        const { bytes: all, start, end, byteOffset, before, inside } = record;
        const { hitCount, hitFields, hitKinds, hitStarts, hitEnds, hitBytes } = record;
        const hits = Array.from({ length: hitCount }, (_, hit): ReadHit => {
          const kind = hitKinds[hit]!;
          const isShown = kind < hitKind.null;
          const value = isShown ? decoder.decode(hitBytes.slice(hitStarts[hit], hitEnds[hit])) : '';
          return { field: hitFields[hit]!, kind, value };
        });
        const content = decoder.decode(reading.contentOf(all.slice(start, end), byteOffset));
        records.push({ hits, content, differences: [{ ...before }, { ...inside }] });
      },
      fault: ({ code }) => faults.push(code),
      member: () => undefined,
    },
    4096,
    { engine },
  );
  for (let at = 0; at < bytes.length;) {
    const room = reading.scanner.room();
    const part = bytes.subarray(at, at + room.length);
    room.set(part);
    reading.scanner.filled(part.length);
    at += part.length;
  }
  reading.scanner.finish();
  return { records, faults };
}
