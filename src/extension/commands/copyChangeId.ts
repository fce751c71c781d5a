import type { Command } from './command';
import { eventMeant } from './whichEvent';

/** Copies the change ID, which product support asks for. */
export const copyChangeId: Command = {
  id: 'provisioningLog.copyChangeId',
  title: 'Copy Change ID',
  doing: 'copy the change ID',
  async run(services, argument) {
    const { log, row } = await eventMeant(services, argument);
    await services.actions.copyChangeId(log, row);
  },
};
