import { window } from 'vscode';
import { UserError } from '../report';
import { askForFilterName } from '../filter/askForFilterName';
import type { Command } from './command';
import { logMeant } from './whichLog';

/** Gives the filter of a log a name, under which it is found again in every window. */
export const saveFilter: Command = {
  id: 'provisioningLog.saveFilter',
  title: 'Save Filter…',
  doing: 'save the filter',
  async run(services, argument) {
    const { filter: query } = logMeant(services, argument);
    if (query === '') throw new UserError('There is no filter to save: all events are shown.');
    const name = await askForFilterName(services.savedFilters, { name: '', query });
    if (name === undefined) return;
    await services.savedFilters.save({ name, query });
    window.setStatusBarMessage('Saved the filter.', 5_000);
  },
};
