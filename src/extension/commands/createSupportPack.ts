import type { Command } from './command';
import { logMeant } from './whichLog';
import { queryMeant } from './whichQuery';

/** Writes a zip for a support case: report, redacted events, IDs, versions. */
export const createSupportPack: Command = {
  id: 'provisioningLog.createSupportPack',
  title: 'Create Support Pack…',
  doing: 'create the support pack',
  async run(services, argument, query) {
    const log = logMeant(services, argument);
    await services.takeAway.supportPack(log, queryMeant(log, query));
  },
};
