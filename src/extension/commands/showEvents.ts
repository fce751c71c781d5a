import { window } from 'vscode';
import { UserError } from '../report';
import type { Command } from './command';
import { isTextList, logMeant } from './whichLog';

/**
 * Lists the events with an error code. Links in hovers call it with the addresses of the log's files and the code; from
 * the palette it asks for the code.
 */
export const showEvents: Command = {
  id: 'provisioningLog.showEvents',
  title: 'Show Events with an Error Code',
  doing: 'list the events',
  async run(services, files, code) {
    if (files !== undefined && !isTextList(files)) throw new UserError('The link does not name a log.');
    const log = logMeant(services, files);
    const wanted = typeof code === 'string' ? code : await window.showInputBox({ prompt: 'Error code' });
    if (wanted === undefined || wanted.trim() === '') return;
    await services.actions.showSameCode(log, wanted.trim(), services.panel);
  },
};
