import { useRef } from 'preact/hooks';
import type { Sort } from '../../core/analysis/sortRows';
import type { FieldId } from '../../core/columns/derivedColumns';
import { Icon } from '../widgets/icon';
import { cellId, type GridLook } from './eventGrid';
import { MIN_WIDTH, titleOf, widthOf } from './gridColumns';

/** A press sorts upwards, the next one downwards, the third gives the order of the file back. */
export function sortAfterPress(sort: Sort | undefined, field: FieldId): Sort | undefined {
  if (sort?.field !== field) return { field, isDescending: false };
  return sort.isDescending ? undefined : { field, isDescending: true };
}

/** The head of the grid: a press sorts, a pull at an edge changes a column's width, a column dragged onto another takes its place. */
export function GridHead(props: {
  look: GridLook;
  template: string;
  width: number;
  /** The column that the keyboard is at. */
  active: number | undefined;
  onLook: (look: GridLook) => void;
  onSort: (field: FieldId) => void;
}) {
  const { look, onLook } = props;
  const { columns, sort } = look;
  const dragged = useRef<FieldId | null>(null);
  const drop = (onto: FieldId) => {
    const from = dragged.current;
    dragged.current = null;
    if (from === null || from === onto) return;
    const to = columns.indexOf(onto);
    const others = columns.filter((field) => field !== from);
    onLook({ ...look, columns: [...others.slice(0, to), from, ...others.slice(to)] });
  };
  return (
    <div class="grid-head" role="rowgroup" style={{ width: `${props.width}px` }}>
      <div role="row" aria-rowindex={1} class="grid-row" style={{ gridTemplateColumns: props.template }}>
        {columns.map((field, column) => (
          <div
            key={field}
            id={cellId({ row: -1, column })}
            class={props.active === column ? 'cell active' : 'cell'}
            role="columnheader"
            aria-colindex={column + 1}
            aria-sort={sort?.field !== field ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
            title={titleOf(field)}
            draggable
            onDragStart={() => (dragged.current = field)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => drop(field)}
            onClick={() => props.onSort(field)}
          >
            <span class="cell-title">{titleOf(field)}</span>
            {sort?.field === field && <Icon name={sort.isDescending ? 'arrowDown' : 'arrowUp'} />}
            <Edge field={field} look={look} onLook={onLook} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The right edge of a column: pulled, it changes the width; a double click gives the first width back. */
function Edge({ field, look, onLook }: { field: FieldId; look: GridLook; onLook: (look: GridLook) => void }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const resize = (width: number) =>
    onLook({ ...look, widths: { ...look.widths, [field]: Math.max(MIN_WIDTH, Math.round(width)) } });
  return (
    <span
      class="edge"
      aria-hidden="true"
      draggable
      // The column must not be dragged along.
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={(event) => event.stopPropagation()}
      onDblClick={(event) => {
        event.stopPropagation();
        onLook({ ...look, widths: { ...look.widths, [field]: widthOf(field, {}) } });
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: widthOf(field, look.widths) };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) resize(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => (start.current = null)}
    />
  );
}
