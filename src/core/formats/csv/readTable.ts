import { CsvRecordScanner } from '../../scan/csv/csvRecordScanner';
import { hitKind } from '../../scan/valueScanner';
import { readTableHeader, type ColumnMappings, type TableHeader } from './tableHeader';

/** The header of a file that begins with these bytes, where they are those of a table; undefined for anything else. */
export function readTable(head: Uint8Array, isWhole: boolean, mappings?: ColumnMappings): TableHeader | undefined {
  let header: TableHeader | undefined;
  const scanner = new CsvRecordScanner(
    {
      header: ({ hitCount, hitKinds, hitStarts, hitEnds, hitBytes }, separator) => {
        const titles = Array.from({ length: hitCount }, (_, cell) => {
          const text = new TextDecoder().decode(hitBytes.subarray(hitStarts[cell], hitEnds[cell]));
          return hitKinds[cell] === hitKind.escapedText ? text.replaceAll('""', '"') : text;
        });
        if (titles.length > 1) header = readTableHeader(titles, separator, mappings);
      },
      record: () => undefined,
      fault: () => undefined,
      member: () => undefined,
    },
    Math.max(1, head.length),
  );
  scanner.room().set(head);
  scanner.filled(head.length);
  if (isWhole) scanner.finish();
  return header;
}
