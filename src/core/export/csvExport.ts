import { byteOrderMark, csvRow } from './csvCell';
import { eventCells } from './eventCells';
import type { RecordExport } from './exportFormat';

/** One row an event, for a spreadsheet. */
export const csvExport: RecordExport = {
  kind: 'records',
  id: 'csv',
  title: 'CSV, one row an event',
  detail: 'For a spreadsheet: times in UTC, steps and attributes in a cell each. Cells cannot run as formulas.',
  extension: 'csv',
  files: [''],
  begin: () => ({
    head: () => [[byteOrderMark, csvRow(eventCells.map(({ title }) => title))]],
    event: (event) => {
      const read = event();
      return [[csvRow(eventCells.map(({ of }) => of(read)))]];
    },
    tail: () => [[]],
  }),
};
