import type { LengthDifference, ScanFault, ScannedRecord } from '../../src/core/scan/recordScanner';
import { CsvRecordScanner } from '../../src/core/scan/csv/csvRecordScanner';
import { hitKind } from '../../src/core/scan/valueScanner';

/** One row as the scanner reported it. */
export interface FoundRow {
  /** The row's exact text. */
  readonly text: string;
  readonly byteOffset: number;
  readonly event: number;
  /** The cells' texts, doubled quotes resolved. */
  readonly cells: readonly string[];
  readonly differences: readonly [LengthDifference, LengthDifference];
}

/** What the scanner said of a CSV file. */
export interface ScannedCsv {
  /** The first row; undefined for a file without one. */
  readonly header: FoundRow | undefined;
  readonly separator: string;
  readonly rows: readonly FoundRow[];
  readonly faults: readonly ScanFault[];
  readonly measure: LengthDifference;
}

/** Scans a CSV file whose bytes come in pieces of these sizes, over and over. */
export function scanCsv(bytes: Uint8Array, pieces: readonly number[] = [bytes.length || 1]): ScannedCsv {
  const rows: FoundRow[] = [];
  const faults: ScanFault[] = [];
  let header: FoundRow | undefined;
  let separator = '';
  const scanner = new CsvRecordScanner(
    {
      header: (row, byte) => {
        header = foundRow(row);
        separator = String.fromCharCode(byte);
      },
      record: (row) => rows.push(foundRow(row)),
      fault: (fault) => faults.push(fault),
      member: () => undefined,
    },
    Math.max(...pieces),
  );
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const room = scanner.room();
    const count = Math.min(pieces[turn % pieces.length]!, room.length, bytes.length - at);
    room.set(bytes.subarray(at, at + count));
    scanner.filled(count);
    at += count;
  }
  scanner.finish();
  const { shrink, soloLineEnds, pairedLineEnds } = scanner.measure;
  return { header, separator, rows, faults, measure: { shrink, soloLineEnds, pairedLineEnds } };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function foundRow(row: ScannedRecord): FoundRow {
  const text = (start: number, end: number): string => decoder.decode(row.bytes.slice(start, end));
  return {
    text: text(row.start, row.end),
    byteOffset: row.byteOffset,
    event: row.event,
    cells: Array.from({ length: row.hitCount }, (_, hit) => {
      const cell = text(row.hitStarts[hit]!, row.hitEnds[hit]!);
      return row.hitKinds[hit] === hitKind.escapedText ? cell.replaceAll('""', '"') : cell;
    }),
    differences: [{ ...row.before }, { ...row.inside }],
  };
}
