import type { Command } from './command';
import { logMeant } from './whichLog';

/** Brings up the view with a log's jobs. */
export const showJobs: Command = {
  id: 'provisioningLog.showJobs',
  title: 'Show Jobs',
  doing: 'show the jobs',
  run: (services, argument) => services.treeView.showJobs(logMeant(services, argument)),
};
