import { harmlessCell } from './csvCell';

/**
 * Rows of cells as text that a spreadsheet takes apart again: tabs between cells, one line a row. Line breaks and tabs
 * inside a cell become blanks, and no cell runs as a formula.
 */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => `${cells.map((cell) => harmlessCell(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`)
    .join('');
}
