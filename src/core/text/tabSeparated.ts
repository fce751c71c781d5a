/**
 * Rows of cells as text that a spreadsheet takes apart again: tabs between cells, one line a row. Line breaks and tabs
 * inside a cell become blanks, and what a spreadsheet would run as a formula begins with an apostrophe.
 */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(plainCell).join('\t')}\n`).join('');
}

function plainCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^\s*[=+\-@]/.test(line) ? `'${line}` : line;
}
