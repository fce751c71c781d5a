/** Where the keyboard is in a grid. Row -1 is the head. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How large a grid is, and how many rows are in view. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly rowsInView: number;
}

/**
 * Where a key leads in a grid (https://www.w3.org/WAI/ARIA/apg/patterns/grid/): arrow keys by one, Home and End in the row,
 * with Ctrl in the whole grid, Page Up and Page Down by what is in view. Undefined for other keys.
 */
export function placeAfterKey(key: string, isCtrl: boolean, at: GridPlace, size: GridSize): GridPlace | undefined {
  const lastColumn = size.columns - 1;
  const lastRow = size.rows - 1;
  const inRows = (row: number) => Math.max(-1, Math.min(lastRow, row));
  switch (key) {
    case 'ArrowDown':
      return { ...at, row: inRows(at.row + 1) };
    case 'ArrowUp':
      return { ...at, row: inRows(at.row - 1) };
    case 'ArrowRight':
      return { ...at, column: Math.min(lastColumn, at.column + 1) };
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) };
    case 'PageDown':
      return { ...at, row: inRows(at.row + size.rowsInView) };
    case 'PageUp':
      return { ...at, row: Math.max(Math.min(0, lastRow), at.row - size.rowsInView) };
    case 'Home':
      return isCtrl ? { row: Math.min(0, lastRow), column: 0 } : { ...at, column: 0 };
    case 'End':
      return isCtrl ? { row: lastRow, column: lastColumn } : { ...at, column: lastColumn };
    default:
      return undefined;
  }
}
