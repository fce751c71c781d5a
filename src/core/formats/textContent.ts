import { envelopeContent } from '../record/envelopeContent';
import { detectFormat } from './detectFormat';
import { HEAD_BYTES } from './fileHead';
import { logAnalyticsTables } from './logAnalyticsTables';

const encoder = new TextEncoder();
/** Nothing is scanned: the scanner is made for what comes with it. */
const LEAST_CHUNK_BYTES = 1024;
const nothing = { record: () => undefined, fault: () => undefined, member: () => undefined };

/**
 * How the records of a document's text are read: as those of a file that begins like it. What is no log, a table, and a
 * query's result, whose rows say nothing without their columns, are read like records of Graph.
 */
export function contentOfText(text: string): (record: Uint8Array) => Uint8Array {
  const head = encoder.encode(text.slice(0, HEAD_BYTES));
  const detection = detectFormat(head, text.length <= HEAD_BYTES);
  if (!('format' in detection)) return envelopeContent;
  const { format } = detection;
  if (format.isTable === true || format === logAnalyticsTables) return envelopeContent;
  const { contentOf } = format.read(nothing, LEAST_CHUNK_BYTES);
  return (record) => contentOf(record, 0);
}
