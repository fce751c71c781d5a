import type { Command } from './command';
import { eventMeant } from './whichEvent';

/** Tells everything that happened to the person or group of an event, in all open logs. */
export const showObjectHistory: Command = {
  id: 'provisioningLog.showObjectHistory',
  title: 'Show Object History',
  doing: 'show the history',
  async run(services, argument) {
    const { log, row } = await eventMeant(services, argument);
    await services.story.show(log, row);
  },
};
