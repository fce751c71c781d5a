import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Sort } from '../../core/analysis/sortRows';
import type { FieldId } from '../../core/columns/derivedColumns';
import { Cell } from './cell';
import { moved, widthOf } from './gridColumns';
import { GridHead, sortAfterPress } from './gridHead';
import { placeAfterKey, type GridPlace } from './gridKeys';
import { HEAD_HEIGHT, ROW_HEIGHT } from './gridSizes';
import type { MenuPlace } from '../widgets/contextMenu';
import { keyNames } from '../widgets/keyNames';
import type { TablePages } from './tablePages';
import { extendedTo, isSelected, onlyRow, selectedRows, withToggled, type Stretch } from './rowSelection';
import { type FollowedEvent, useGridSelection } from './useGridSelection';
import { isInView, useKeepInView } from './useKeepInView';
import { useVirtualRows } from './useVirtualRows';

/**
 * Browsers draw no element higher than some 33 million pixels of the screen: with rows of 22 pixels, at a zoom of 300 %,
 * these are so many rows.
 */
export const MAX_ROWS = 500_000;
/** What a step of the keyboard adds to a column's width, in CSS pixels. */
const WIDTH_STEP = 16;

/** One value of one event. */
export interface GridCell {
  /** The event's row in the log. */
  readonly row: number;
  readonly field: FieldId;
  /** As the table has it. */
  readonly text: string;
}

/** Somebody wants to know what can be done. */
export interface MenuRequest {
  readonly place: MenuPlace;
  readonly cell: GridCell;
  readonly selected: readonly Stretch[];
  readonly focusBack: () => void;
}

/** What the table shows and how. */
export interface GridLook {
  readonly columns: readonly FieldId[];
  readonly widths: Readonly<Partial<Record<FieldId, number>>>;
  readonly sort?: Sort | undefined;
}

/**
 * Events as a grid after https://www.w3.org/WAI/ARIA/apg/patterns/grid/: the grid holds the focus and points at its
 * active cell, so that rows may come and go while they scroll. Shift extends the selection, Ctrl adds to it, Enter opens,
 * Ctrl+C copies, + and - filter by the active cell, Shift+F10 and the right button ask for a menu; in the head Enter sorts, Alt and an arrow key move a column, with Shift they make it wider or narrower.
 */
export function EventGrid(props: {
  total: number;
  /** Names query and order: what stands at a place of one table stands elsewhere in another. */
  table: string;
  pages: TablePages;
  /** False while the rows are still those of the look or query before. */
  isUpToDate: boolean;
  look: GridLook;
  onLook: (look: GridLook) => void;
  onOpen: (row: number) => void;
  onCopy: (rows: readonly Stretch[]) => void;
  /** Where the event is in this table that `onFollow` was told of last. */
  followed: FollowedEvent | undefined;
  /** The keyboard is at an event, by its row in the log, and stays with it in other tables. */
  onFollow: (row: number | undefined) => void;
  /** The event that is shown elsewhere, by its row in the log: it is marked. */
  shownRow?: number | undefined;
  /** Where that event stands in the table, once that is known: it is kept in view. */
  shownPlace?: number | undefined;
  /** Narrows the filter down to what a cell says, or excludes it. */
  onPick: (cell: GridCell, isExcluded: boolean) => void;
  /** Asks what can be done with a cell and the selected rows; `focusBack` gives the keyboard back to the grid. */
  onMenu: (asked: MenuRequest) => void;
}) {
  const { look, pages, table, total, followed, onFollow } = props;
  const { columns, widths, sort } = look;
  const scroller = useRef<HTMLDivElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const count = Math.min(total, MAX_ROWS);
  const rows = useVirtualRows({ count, rowHeight: ROW_HEIGHT, headHeight: HEAD_HEIGHT, scroller });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  useLayoutEffect(() => pages.need(first, last), [pages, first, last]);
  useKeepInView({ scroller, row: props.shownRow, place: props.shownPlace });

  const { at, selection, wasThere, set, setForNext } = useGridSelection({
    table,
    pages,
    rowCount: count,
    columnCount: columns.length,
    followed,
    onFollow,
  });
  const wasInView = useRef(false);
  useLayoutEffect(() => {
    if (wasInView.current && at.row >= 0) rows.scrollToIndex(at.row, { align: 'auto' });
  }, [table]);
  useLayoutEffect(() => {
    wasInView.current = wasThere && scroller.current !== null && isInView(scroller.current, at.row);
  });
  const isActiveDrawn = at.row < 0 || (at.row >= first && at.row <= last);
  const template = columns.map((field) => `${widthOf(field, widths)}px`).join(' ');
  const width = columns.reduce((sum, field) => sum + widthOf(field, widths), 0);

  const go = (place: GridPlace, way: 'only' | 'extend' | 'toggle' | 'move') => {
    const row = Math.max(0, place.row);
    if (way === 'only') set(place, onlyRow(row));
    else if (way === 'extend') set(place, extendedTo(selection, row));
    else if (way === 'toggle') set(place, withToggled(selection, row));
    else set(place, selection);
    if (place.row >= 0) rows.scrollToIndex(place.row, { align: 'auto' });
    scrollToColumn(scroller.current, columns, widths, place.column);
  };
  const sortBy = (field: FieldId) => {
    props.onLook({ ...look, sort: sortAfterPress(sort, field) });
    // What is wanted of another order is its beginning.
    setForNext({ ...at, row: Math.min(at.row, 0) }, onlyRow(0));
    rows.scrollToIndex(0);
  };
  const open = (place: number) => {
    const row = pages.rowAt(place)?.row;
    if (row !== undefined) props.onOpen(row);
  };
  const cellAt = (row: number, column: number): GridCell | undefined => {
    const found = pages.rowAt(row);
    const field = columns[column];
    return found === undefined || field === undefined
      ? undefined
      : { row: found.row, field, text: found.cells[column] ?? '' };
  };
  const askForMenu = (place: GridPlace, at: MenuPlace) => {
    const cell = cellAt(place.row, place.column);
    if (cell === undefined) return;
    const isInside = isSelected(selection, place.row);
    go(place, isInside ? 'move' : 'only');
    const rowsMeant = isInside ? selection : onlyRow(place.row);
    props.onMenu({
      place: at,
      cell,
      selected: selectedRows(rowsMeant, count),
      focusBack: () => scroller.current?.focus({ preventScroll: true }),
    });
  };
  const askAtActive = () => {
    const box = scroller.current?.querySelector(`#${cellId(at)}`)?.getBoundingClientRect();
    if (box !== undefined && at.row >= 0) askForMenu(at, { x: Math.max(0, box.left) + 8, y: box.bottom });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isCtrl = event.ctrlKey || event.metaKey;
    const field = columns[at.column];
    if (
      event.altKey &&
      at.row < 0 &&
      field !== undefined &&
      (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    ) {
      const by = event.key === 'ArrowLeft' ? -1 : 1;
      if (event.shiftKey)
        props.onLook({ ...look, widths: { ...widths, [field]: widthOf(field, widths) + by * WIDTH_STEP } });
      else {
        const columnsThen = moved(columns, field, by);
        props.onLook({ ...look, columns: columnsThen });
        set({ ...at, column: columnsThen.indexOf(field) }, selection);
      }
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const rowsInView = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    const next = placeAfterKey(event.key, isCtrl, at, { rows: count, columns: columns.length, rowsInView });
    const isMoving = isCtrl && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
    const cell = cellAt(at.row, at.column);
    if (next !== undefined) go(next, isMoving ? 'move' : event.shiftKey && next.row >= 0 ? 'extend' : 'only');
    else if (isCtrl && event.key === ' ' && at.row >= 0) go(at, 'toggle');
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) askAtActive();
    else if (!isCtrl && (event.key === '+' || event.key === '-') && cell !== undefined) {
      props.onPick(cell, event.key === '-');
    } else if (isCtrl && event.key.toLowerCase() === 'a') {
      set({ ...at, row: count - 1 }, { kept: [], live: { first: 0, last: count - 1 }, anchor: 0 });
    } else if (isCtrl && event.key.toLowerCase() === 'c' && count > 0 && window.getSelection()?.isCollapsed !== false) {
      props.onCopy(selectedRows(selection, count));
    } else if ((event.key === 'Enter' || event.key === ' ') && at.row < 0 && field !== undefined) sortBy(field);
    else if (event.key === 'Enter' && at.row >= 0) open(at.row);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="grid"
      role="grid"
      aria-label="Events"
      aria-description={`Enter shows an event, ${keyNames().spokenCopy} copies the selected rows, Shift+F10 shows what else can be done.`}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-busy={!props.isUpToDate}
      aria-activedescendant={isActiveDrawn ? cellId(at) : undefined}
      tabIndex={0}
      ref={scroller}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setHasFocus(true);
        if (!wasThere) set(at, onlyRow(Math.max(0, at.row)));
      }}
      onContextMenu={(event) => {
        // The editor's own menu has nothing to offer here.
        event.preventDefault();
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
        if (row === null) return;
        const place = { row: Number(row.dataset.place), column: columnOf(event.target) ?? at.column };
        askForMenu(place, { x: event.clientX, y: event.clientY });
      }}
      onBlur={() => setHasFocus(false)}
    >
      <GridHead
        look={look}
        template={template}
        width={width}
        active={hasFocus && at.row < 0 ? at.column : undefined}
        onLook={props.onLook}
        onSort={sortBy}
      />
      <div class="grid-body" role="rowgroup" style={{ height: `${rows.getTotalSize()}px`, width: `${width}px` }}>
        {items.map(({ index, start }) => {
          const row = pages.rowAt(index);
          const isShown = row !== undefined && row.row === props.shownRow;
          return (
            <div
              key={index}
              class={row === undefined ? 'grid-row waiting' : isShown ? 'grid-row shown' : 'grid-row'}
              role="row"
              data-place={index}
              aria-rowindex={index + 2}
              aria-selected={at.row >= 0 && isSelected(selection, index)}
              aria-current={isShown ? 'true' : undefined}
              style={{ transform: `translateY(${start - HEAD_HEIGHT}px)`, gridTemplateColumns: template }}
              onClick={(event) => {
                // A person who marks text wants the text.
                if (window.getSelection()?.isCollapsed === false && !event.shiftKey) return;
                const isAdding = event.ctrlKey || event.metaKey;
                const way = event.shiftKey ? 'extend' : isAdding ? 'toggle' : 'only';
                go({ row: index, column: columnOf(event.target) ?? at.column }, way);
                if (event.shiftKey) window.getSelection()?.removeAllRanges();
                else if (!isAdding) open(index);
              }}
            >
              {columns.map((field, column) => (
                <div
                  key={field}
                  id={cellId({ row: index, column })}
                  class={
                    hasFocus && at.row === index && at.column === column ? `cell ${field} active` : `cell ${field}`
                  }
                  role="gridcell"
                  aria-colindex={column + 1}
                  data-column={column}
                >
                  <Cell field={field} text={row?.cells[column] ?? ''} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Names a cell for `aria-activedescendant`. */
export function cellId({ row, column }: GridPlace): string {
  return row < 0 ? `head-${column}` : `cell-${row}-${column}`;
}

function columnOf(target: EventTarget | null): number | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell === null ? undefined : Number(cell.dataset.column);
}

function scrollToColumn(
  scroller: HTMLElement | null,
  columns: readonly FieldId[],
  widths: GridLook['widths'],
  column: number,
): void {
  const field = columns[column];
  if (scroller === null || field === undefined) return;
  const left = columns.slice(0, column).reduce((sum, other) => sum + widthOf(other, widths), 0);
  const right = left + widthOf(field, widths);
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) {
    scroller.scrollLeft = Math.min(left, right - scroller.clientWidth);
  }
}
