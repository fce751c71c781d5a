import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { GridPlace } from './gridKeys';
import { nothingSelected, onlyRow, type RowSelection } from './rowSelection';
import type { TablePages } from './tablePages';

/** An event that is found again in another table of the same log. */
export interface FollowedEvent {
  /** Its row in the log. */
  readonly row: number;
  /** Its place in the table, or that of what comes nearest to it. */
  readonly place: number;
}

/** Where the keyboard is in a grid, and which rows are selected. */
export interface GridSelection {
  readonly at: GridPlace;
  readonly selection: RowSelection;
  /** Whether anybody was here. */
  readonly wasThere: boolean;
  /** Goes to a place, and selects. */
  readonly set: (at: GridPlace, selection: RowSelection) => void;
  /** Goes to a place that is meant in the table that comes next, whatever stands there. */
  readonly setForNext: (at: GridPlace, selection: RowSelection) => void;
}

interface Kept {
  readonly at: GridPlace;
  readonly selection: RowSelection;
  /** The table in which that is so, and its rows; none before anybody was here. */
  readonly table?: string;
  readonly pages?: TablePages;
  /** That is so in the table that comes after this one. */
  readonly after?: string | undefined;
}

/**
 * Keeps place and selection in a grid. When another table takes the place of the one that was shown (`table` names it),
 * the keyboard stays with its event (`followed`), or goes to the nearest, and comes back to it when it is there again;
 * of several selected rows it is the one that stays. `onFollow` is told which event that is, by its row in the log.
 */
export function useGridSelection(options: {
  table: string;
  pages: TablePages;
  rowCount: number;
  columnCount: number;
  followed: FollowedEvent | undefined;
  onFollow: (row: number | undefined) => void;
}): GridSelection {
  const { table, pages, rowCount, columnCount, followed, onFollow } = options;
  const [kept, setKept] = useState<Kept>({ at: { row: 0, column: 0 }, selection: nothingSelected });
  const event = useRef<{ readonly of: Kept; readonly row: number } | undefined>(undefined);
  const isHere = kept.table === table;
  const known = (isHere ? pages : kept.pages)?.rowAt(kept.at.row)?.row;
  // Its page may be gone when it is asked for.
  if (known !== undefined) event.current = { of: kept, row: known };
  const row = event.current?.of === kept ? event.current.row : undefined;
  useLayoutEffect(() => onFollow(row), [row]);
  useLayoutEffect(() => () => onFollow(undefined), []);

  useLayoutEffect(() => {
    if (kept.after !== undefined && kept.after !== table) setKept({ ...kept, table, pages, after: undefined });
  }, [table]);

  const place = !isHere && row !== undefined && followed?.row === row ? followed.place : kept.at.row;
  const at = { row: Math.min(place, rowCount - 1), column: Math.min(kept.at.column, columnCount - 1) };
  const wasThere = kept.selection.anchor !== undefined;
  return {
    at,
    wasThere,
    selection: isHere || !wasThere ? kept.selection : onlyRow(Math.max(0, at.row)),
    set: (next, selection) => setKept({ at: next, selection, table, pages }),
    setForNext: (next, selection) => setKept({ at: next, selection, after: table }),
  };
}
