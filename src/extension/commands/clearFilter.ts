import type { Command } from './command';
import { logMeant } from './whichLog';

/** Shows all events of a log again; of all logs when no log is meant and the active one has no filter. */
export const clearFilter: Command = {
  id: 'provisioningLog.clearFilter',
  title: 'Clear Filter',
  doing: 'clear the filter',
  run(services, argument) {
    const log = logMeant(services, argument);
    const isMeant = argument !== undefined || log.filter !== '';
    for (const cleared of isMeant ? [log] : services.logs.shown) cleared.setFilter('');
  },
};
