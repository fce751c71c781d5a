import { window } from 'vscode';
import { columns, type ColumnId } from '../../core/columns/columns';
import { UserError } from '../report';
import { isTextList } from '../textList';
import type { Command } from './command';
import { logMeant } from './whichLog';

/**
 * Lists the events whose column has a value. Links in hovers call it with the addresses of the log's files, the column
 * and the value; from the palette it asks for an error code.
 */
export const showEvents: Command = {
  id: 'provisioningLog.showEvents',
  title: 'Show Events with an Error Code',
  doing: 'list the events',
  async run(services, files, column = 'code', value) {
    if (files !== undefined && !isTextList(files)) throw new UserError('The link does not name a log.');
    const log = logMeant(services, files);
    if (!isColumn(column)) throw new UserError('The link does not name a column of the log.');
    const wanted =
      typeof value === 'string' ? value : column === 'code' ? await window.showInputBox({ prompt: 'Error code' }) : '';
    if (wanted === undefined || wanted.trim() === '') return;
    await services.actions.showEventsWith(log, column, wanted.trim(), services.panel);
  },
};

function isColumn(value: unknown): value is ColumnId {
  return columns.some(({ id }) => id === value);
}
