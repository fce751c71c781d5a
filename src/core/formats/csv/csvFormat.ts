import { CsvRecordScanner } from '../../scan/csv/csvRecordScanner';
import { graphFieldPaths } from '../eventFields';
import type { FileReading, LogFormat, FormatOptions } from '../logFormat';
import type { RecordSink } from '../../scan/recordScanner';
import { csvContent } from './csvContent';
import { CsvFields } from './csvFields';
import { readTableHeader, type TableHeader } from './tableHeader';

/** A format whose files are tables, with a row for each event or for a part of one. */
export function csvFormat(shape: Pick<LogFormat, 'id' | 'title' | 'matches' | 'addsTo'>): LogFormat {
  return { ...shape, fields: graphFieldPaths, isTable: true, read: readCsv };
}

function readCsv(sink: RecordSink, chunkBytes: number, options: FormatOptions = {}): FileReading {
  const { columnMappings, dateOrder = 'monthFirst' } = options;
  const read: { header?: TableHeader } = {};
  const readHeader = (titles: readonly string[], separator: number): TableHeader =>
    (read.header = readTableHeader(titles, separator, columnMappings));
  return {
    scanner: new CsvRecordScanner(new CsvFields(sink, readHeader, dateOrder), chunkBytes),
    contentOf: (record) => (read.header === undefined ? record : csvContent(read.header, record, dateOrder)),
  };
}
