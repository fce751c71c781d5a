import type { Command } from './command';
import { logMeant } from './whichLog';

/** Shows a log as a whole: filter, facets, events over time, table. */
export const showAnalysis: Command = {
  id: 'provisioningLog.showAnalysis',
  title: 'Show Analysis',
  doing: 'show the analysis',
  run(services, argument) {
    const log = logMeant(services, argument);
    services.logs.activate(log);
    services.analysis.show(log);
  },
};
