import { CsvRecordScanner } from '../../scan/csv/csvRecordScanner';
import type { ScannedRecord } from '../../scan/recordScanner';
import { hitKind } from '../../scan/valueScanner';
import { readTableHeader, type ColumnMappings, type TableHeader } from './tableHeader';

/** A cell of the sample is cut here, in bytes. */
const MAX_SAMPLE_BYTES = 200;

/** The header of a file that begins with these bytes, where they are those of a table; undefined for anything else. */
export function readTable(head: Uint8Array, isWhole: boolean, mappings?: ColumnMappings): TableHeader | undefined {
  let header: TableHeader | undefined;
  let sample: readonly string[] | undefined;
  const scanner = new CsvRecordScanner(
    {
      header: (row, separator) => {
        const titles = cellTexts(row);
        if (titles.length > 1) header = readTableHeader(titles, separator, mappings);
      },
      record: (row) => void (sample ??= cellTexts(row, MAX_SAMPLE_BYTES)),
      fault: () => undefined,
      member: () => undefined,
    },
    Math.max(1, head.length),
  );
  scanner.room().set(head);
  scanner.filled(head.length);
  if (isWhole) scanner.finish();
  return header && { ...header, sample, hasRows: sample !== undefined || !isWhole };
}

function cellTexts(
  { hitCount, hitKinds, hitStarts, hitEnds, hitBytes }: ScannedRecord,
  maxBytes = Number.POSITIVE_INFINITY,
): readonly string[] {
  return Array.from({ length: hitCount }, (_, cell) => {
    const start = hitStarts[cell]!;
    const text = new TextDecoder().decode(hitBytes.subarray(start, Math.min(hitEnds[cell]!, start + maxBytes)));
    return hitKinds[cell] === hitKind.escapedText ? text.replaceAll('""', '"') : text;
  });
}
