/** Signs with which a spreadsheet begins a formula, in their full-width forms, too. */
const formulaStart = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
/** A spreadsheet that takes semicolons or tabs for separators begins a cell of its own behind them. */
const cellInside = /([;\t\r\n][ \u00a0]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** A cell of a CSV file: in quotes and harmless. */
export function csvCell(text: string): string {
  return `"${harmlessCell(text).replaceAll('"', '""')}"`;
}

/**
 * A text that no spreadsheet takes, nor what follows a separator within it, for a formula. What would be one begins with
 * an apostrophe.
 */
export function harmlessCell(text: string): string {
  const inside = text.replace(cellInside, "$1'");
  return formulaStart.test(inside) ? `'${inside}` : inside;
}

/** A row with its line end. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Tells spreadsheets that what follows is UTF-8. */
export const byteOrderMark = '\ufeff';
