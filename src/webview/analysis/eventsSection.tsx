import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { formatCount, formatCounted } from '../../core/text/formatValue';
import { EventGrid, MAX_ROWS, type GridCell, type MenuRequest } from '../grid/eventGrid';
import { countOf, type Stretch } from '../grid/rowSelection';
import { TablePages } from '../grid/tablePages';
import { ContextMenu } from '../widgets/contextMenu';
import { useAnswer } from '../widgets/useAnswer';
import { ColumnsMenu } from './columnsMenu';
import { eventActions, filterValue } from './eventActions';
import type { Section, SectionProps } from './section';

/** The events themselves, as a table. */
export const eventsSection: Section = {
  id: 'events',
  title: 'Events',
  Content: Events,
  Extra: ({ layout, onLayout }) => (
    <ColumnsMenu columns={layout.columns} onColumns={(columns) => onLayout({ columns })} />
  ),
};

function Events(props: SectionProps) {
  const { shown, layout, host, ask, onLayout, isUpToDate } = props;
  const { overview, query, columns, sort } = shown;
  const [, redraw] = useReducer((version: number) => version + 1, 0);
  // Rows of the last query stay until those of the new one are there.
  const pages = useMemo(
    () =>
      new TablePages(
        {
          load: (page) => host.table(query, { columns, sort, page }),
          onRows: () => redraw(0),
          onFailure: (message) => ask(Promise.resolve({ ok: false, error: { message } })),
        },
        overview.table.rows,
      ),
    [shown],
  );
  useEffect(() => () => pages.end(), [pages]);
  const [menu, setMenu] = useState<MenuRequest>();
  const total = overview.total;
  const { shownRow } = props;
  const placeOfShown = JSON.stringify([query, sort, props.revision, shownRow]);
  const place = useAnswer(shownRow === undefined ? undefined : placeOfShown, () =>
    host.placeInTable(query, sort, shownRow ?? 0),
  );
  const copy = (stretches: readonly Stretch[]) => {
    const count = countOf(stretches);
    ask(host.copyRows(query, { columns, sort, stretches }), (copied) =>
      copied < count
        ? `Copied the first ${formatCount(copied)} of ${formatCounted(count, 'row')}: more do not fit.`
        : `Copied ${formatCounted(copied, 'row')}.`,
    );
  };
  const pick = (cell: GridCell, isExcluded: boolean) => {
    const value = filterValue(cell);
    if (value !== undefined) (isExcluded ? props.onExclude : props.onValue)(cell.field, value);
  };
  return (
    <div class="events">
      {total > MAX_ROWS && (
        <p class="quiet">{`The first ${formatCount(MAX_ROWS)} of ${formatCounted(total, 'event')} are listed. Narrow the filter down to see the others.`}</p>
      )}
      <EventGrid
        total={total}
        table={JSON.stringify([query, sort, shown.revision])}
        pages={pages}
        isUpToDate={isUpToDate}
        look={{ columns, widths: layout.widths, sort }}
        onLook={(look) => onLayout({ columns: look.columns, widths: look.widths, sort: look.sort })}
        onOpen={(row) => ask(host.showEvent(row))}
        followed={shown.followed}
        onFollow={props.onFollow}
        shownRow={shownRow}
        shownPlace={place.question === placeOfShown ? place.value : undefined}
        onCopy={copy}
        onPick={pick}
        onMenu={setMenu}
      />
      {menu !== undefined && (
        <ContextMenu
          label="What can be done with the event"
          place={menu.place}
          items={eventActions(menu, { host, ask, copy: () => copy(menu.selected), pick })}
          onClose={(givesFocusBack) => {
            setMenu(undefined);
            if (givesFocusBack) menu.focusBack();
          }}
        />
      )}
    </div>
  );
}
