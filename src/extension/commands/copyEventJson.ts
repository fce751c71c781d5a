import type { Command } from './command';
import { eventMeant } from './whichEvent';

/** Copies an event's record as the file has it. */
export const copyEventJson: Command = {
  id: 'provisioningLog.copyEventJson',
  title: 'Copy Event as JSON',
  doing: 'copy the event',
  async run(services, argument) {
    const { log, row } = await eventMeant(services, argument);
    await services.actions.copyJson(log, row);
  },
};
