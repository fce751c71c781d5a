import type { Command } from './command';
import { logMeant } from './whichLog';

/** Reads the log's files again. */
export const reload: Command = {
  id: 'provisioningLog.reload',
  title: 'Reload',
  doing: 'read the log again',
  run: (services, argument) => services.opening.reload(logMeant(services, argument)),
};
