import { closingEnd } from './textCursor';

/**
 * The names of the columns that a query's result gives a row, which begins at an offset of its text: those of the list
 * `columns` in front of it. Empty when there is none that can be read.
 */
export function columnNamesBefore(text: string, rowStart: number): readonly string[] {
  const key = text.lastIndexOf('"columns"', rowStart);
  const [head] = key < 0 ? [] : (/^"columns"\s*:\s*(?=\[)/.exec(text.slice(key, key + LONGEST_HEAD)) ?? []);
  if (head === undefined) return [];
  const start = key + head.length;
  const columns = parsed(text.slice(start, closingEnd(text, start)));
  return Array.isArray(columns) ? columns.map(nameOf) : [];
}

/** Between the key and its list stands white space only. */
const LONGEST_HEAD = 200;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function nameOf(column: unknown): string {
  const name = typeof column === 'object' && column !== null && 'name' in column ? column.name : column;
  return typeof name === 'string' ? name : '';
}
