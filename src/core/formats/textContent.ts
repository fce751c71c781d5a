import { envelopeContent } from '../record/envelopeContent';
import { detectFormat } from './detectFormat';
import { HEAD_BYTES } from './fileHead';
import { logAnalyticsTables, rowContent } from './logAnalyticsTables';

const encoder = new TextEncoder();
/** Nothing is scanned: the scanner is made for what comes with it. */
const LEAST_CHUNK_BYTES = 1024;
const nothing = { record: () => undefined, fault: () => undefined, member: () => undefined };

/**
 * How the records of a document's text are read: as those of a file that begins like it. What is no log, and tables, are read
 * like records of Graph. Rows of a query's result say nothing without their `columns`.
 */
export function contentOfText(text: string): (record: Uint8Array, columns?: Uint8Array) => Uint8Array {
  const head = encoder.encode(text.slice(0, HEAD_BYTES));
  const detection = detectFormat(head, text.length <= HEAD_BYTES);
  if (!('format' in detection)) return envelopeContent;
  const { format } = detection;
  if (format === logAnalyticsTables) return contentOfRows();
  if (format.isTable === true) return envelopeContent;
  const { contentOf } = format.read(nothing, LEAST_CHUNK_BYTES);
  return (record) => contentOf(record, 0);
}

/** Each table's columns are read once. */
function contentOfRows(): (row: Uint8Array, columns?: Uint8Array) => Uint8Array {
  const readers = new Map<Uint8Array, (row: Uint8Array) => Uint8Array>();
  return (row, columns) => {
    if (columns === undefined) return envelopeContent(row);
    const reader = readers.get(columns) ?? rowContent(columns);
    readers.set(columns, reader);
    return reader(row);
  };
}
