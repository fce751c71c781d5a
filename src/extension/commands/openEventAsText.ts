import type { Command } from './command';
import { eventMeant } from './whichEvent';

/** Opens one event, prettified, as a document of its own. */
export const openEventAsText: Command = {
  id: 'provisioningLog.openEventAsText',
  title: 'Open Event as Text',
  doing: 'open the event as text',
  async run(services, argument) {
    const { log, row } = await eventMeant(services, argument);
    await services.actions.openAsText(log, row);
  },
};
