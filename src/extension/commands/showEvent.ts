import type { Command } from './command';
import { eventMeant } from './whichEvent';

/** Shows an event in the panel beside the editor. */
export const showEvent: Command = {
  id: 'provisioningLog.showEvent',
  title: 'Show Event',
  doing: 'show the event',
  async run(services, argument) {
    const { log, row } = await eventMeant(services, argument);
    services.logs.activate(log);
    await services.panel.show(log, row);
  },
};
