import type { Command } from './command';
import { logMeant } from './whichLog';

/** Forgets a log; its file stays as it is. */
export const close: Command = {
  id: 'provisioningLog.close',
  title: 'Close',
  doing: 'close the log',
  run: (services, argument) => services.logs.close(logMeant(services, argument)),
};
