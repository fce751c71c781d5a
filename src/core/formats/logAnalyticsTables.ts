import { JsonRecordScanner } from '../scan/jsonRecordScanner';
import type { Container } from '../scan/jsonShape';
import { newEngine } from '../scan/scanEngine';
import { embeddedContent } from './embeddedFields';
import { areEventKeys } from './eventKeys';
import { jsonColumns, rowFields } from './logAnalyticsRows';
import type { LogFormat } from './logFormat';
import { TableHeaders } from './tableHeaders';
import { TableRows } from './tableRows';

const container: Container = {
  root: 'sequence',
  members: ['tables', 'rows'],
  record: 'list',
  columns: 'columns',
};

/**
 * An answer of the query API of Log Analytics: rows are lists, and the columns' names stand in front of them.
 * https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format
 */
export const logAnalyticsTables: LogFormat = {
  id: 'log-analytics-tables',
  title: 'Log Analytics query result',
  fields: rowFields,
  matches: (head) =>
    head.root === 'object' && head.has('tables[].rows[]') && areEventKeys(new Set(columnNames(head.text))),
  read(sink, chunkBytes, options) {
    const engine = options?.engine ?? newEngine();
    const rows = new TableRows(sink, rowFields, jsonColumns, engine);
    const { headers } = rows;
    const unpacked = embeddedContent({ embedded: jsonColumns });
    return {
      scanner: new JsonRecordScanner(
        { container, paths: TableRows.paths, markers: { field: -1, keys: [] } },
        rows,
        chunkBytes,
        engine,
      ),
      contentOf: (record, byteOffset) => unpacked(headers.objectOf(record, byteOffset), byteOffset),
      notices: () => rows.notices,
    };
  },
};

/**
 * What the rows below a list of columns say, each as an object with the columns' names. Rows of tables that the index leaves
 * out say nothing.
 */
export function rowContent(columns: Uint8Array): (row: Uint8Array) => Uint8Array {
  const headers = new TableHeaders();
  const { names } = headers.add(columns, 0);
  if (!areEventKeys(new Set(names.map((name) => name.toLowerCase())))) return () => noMembers;
  const unpacked = embeddedContent({ embedded: jsonColumns });
  return (row) => unpacked(headers.objectOf(row, 0), 0);
}

const noMembers = new TextEncoder().encode('{}');

/** What may be names of columns in the beginning of a file. */
function columnNames(text: string): readonly string[] {
  return [...text.matchAll(/"(?:name|columnName)"\s*:\s*"([^"\\]*)"/gi)].map(([, name]) => name!.toLowerCase());
}
