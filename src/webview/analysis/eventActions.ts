import { formatCounted } from '../../core/text/formatValue';
import { allFields } from '../../core/query/fields';
import type { LogPageHost } from '../../protocol/logPageApi';
import { cellText } from '../grid/cell';
import type { GridCell, MenuRequest } from '../grid/eventGrid';
import { titleOf } from '../grid/gridColumns';
import { countOf } from '../grid/rowSelection';
import type { MenuItem } from '../widgets/contextMenu';
import { keyNames } from '../widgets/keyNames';
import type { Ask } from './logPage';

/** What can be done with an event of the table, the value under the pointer, and the selected rows. */
export function eventActions(
  { cell, selected }: MenuRequest,
  does: { host: LogPageHost; ask: Ask; copy: () => void; pick: (cell: GridCell, isExcluded: boolean) => void },
): readonly MenuItem[] {
  const { host, ask } = does;
  const title = titleOf(cell.field);
  const shown = cell.text === '' ? 'None' : cellText(cell.field, cell.text);
  const rows = countOf(selected);
  const filters: readonly MenuItem[] = [
    { label: `Only ${title}: ${shown}`, keys: '+', startsGroup: true, run: () => does.pick(cell, false) },
    { label: `Exclude ${title}: ${shown}`, keys: '-', run: () => does.pick(cell, true) },
  ];
  return [
    { label: 'Show Event', keys: 'Enter', run: () => ask(host.showEvent(cell.row)) },
    ...(filterValue(cell) === undefined ? [] : filters),
    {
      label: rows === 1 ? 'Copy Row' : `Copy ${formatCounted(rows, 'Row')}`,
      keys: keyNames().copy,
      startsGroup: true,
      run: does.copy,
    },
    ...(cell.text === '' ? [] : [{ label: 'Copy Value', run: () => ask(host.copyValue(cell.text)) }]),
    { label: 'Show Object History', startsGroup: true, run: () => ask(host.showHistory(cell.row)) },
    { label: 'Open in Entra Admin Center…', run: () => ask(host.openInAdminCenter(cell.row)) },
  ];
}

/**
 * What a cell says, as a value to filter by; undefined where that would mean something else: times and figures are asked
 * for by ranges, a list has several values, and a text that is cut is not the event's.
 */
export function filterValue({ field, text }: GridCell): string | undefined {
  const type = allFields.find(({ id }) => id === field)?.type;
  const isOneValue = type !== 'time' && type !== 'number' && !text.includes('\n') && !text.endsWith('…');
  return isOneValue ? text : undefined;
}
