import * as assert from 'node:assert/strict';
import { graphFieldPaths } from '../../src/core/formats/eventFields';
import { markerKeys } from '../../src/core/formats/eventKeys';
import { JsonRecordScanner } from '../../src/core/scan/jsonRecordScanner';
import type { Container } from '../../src/core/scan/jsonShape';
import { compilePaths, type WantedPath } from '../../src/core/scan/pathTree';
import type { LengthDifference, ScanFault } from '../../src/core/scan/recordScanner';
import type { ScanEngine } from '../../src/core/scan/scanEngine';
import { engines } from './engines';

/** One record as a scanner reported it. */
export interface FoundRecord {
  readonly text: string;
  readonly byteOffset: number;
  readonly event: number;
  /** The wanted fields' values as they stand in the bytes. */
  readonly fields: readonly { readonly field: number; readonly text: string }[];
  /** The fields' kinds, and how its place in a document differs from its place in bytes. */
  readonly kinds: readonly number[];
  readonly differences: readonly [LengthDifference, LengthDifference];
}

/** What a scanner said of some bytes. */
export interface Scanned {
  readonly records: readonly FoundRecord[];
  readonly faults: readonly ScanFault[];
  readonly members: Readonly<Record<string, string>>;
}

/** How the bytes are scanned. */
export interface ScanOptions {
  readonly container?: Container;
  readonly paths?: readonly WantedPath[];
  /** Sizes of the pieces in which the bytes come, over and over. */
  readonly pieces?: readonly number[];
}

const graphPaths = graphFieldPaths.map(({ path }, field) => ({ field, path }));

/** What the decoder of the platform says of some bytes: how its text differs from them. */
export function differenceOf(bytes: Uint8Array): LengthDifference {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const ends = text.match(/\r\n|\r|\n/g) ?? [];
  const pairedLineEnds = ends.filter((end) => end.length === 2).length;
  return { shrink: bytes.length - text.length, soloLineEnds: ends.length - pairedLineEnds, pairedLineEnds };
}

/** Scans bytes in pieces and collects everything the scanner says, which must be the same with every engine. */
export function scanLog(bytes: Uint8Array, options: ScanOptions = {}): Scanned {
  const [expected, ...others] = engines.map((engine) => scanWith(engine.create(), bytes, options));
  for (const other of others) assert.deepEqual(other, expected);
  return expected!;
}

function scanWith(engine: ScanEngine, bytes: Uint8Array, options: ScanOptions): Scanned {
  const {
    container = { root: 'list', members: [], record: 'object' },
    paths = graphPaths,
    pieces = [bytes.length || 1],
  } = options;
  const records: FoundRecord[] = [];
  const faults: ScanFault[] = [];
  const members: Record<string, string> = {};
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const scanner = new JsonRecordScanner(
    {
      container,
      paths: compilePaths(paths),
      markers: compilePaths(markerKeys.map((path, field) => ({ field, path }))),
    },
    {
      record: (record) => {
        const text = (start: number, end: number): string => decoder.decode(record.bytes.slice(start, end));
        records.push({
          text: text(record.start, record.end),
          byteOffset: record.byteOffset,
          event: record.event,
          fields: Array.from({ length: record.hitCount }, (_, hit) => ({
            field: record.hitFields[hit]!,
            text: text(record.hitStarts[hit]!, record.hitEnds[hit]!),
          })),
          kinds: [...record.hitKinds.subarray(0, record.hitCount)],
          differences: [{ ...record.before }, { ...record.inside }],
        });
      },
      fault: (fault) => faults.push(fault),
      member: (name, value) => (members[name] = value),
    },
    Math.max(...pieces),
    engine,
  );
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const room = scanner.room();
    const count = Math.min(pieces[turn % pieces.length]!, room.length, bytes.length - at);
    room.set(bytes.subarray(at, at + count));
    scanner.filled(count);
    at += count;
  }
  scanner.finish();
  return { records, faults, members };
}

/** UTF-8 of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
