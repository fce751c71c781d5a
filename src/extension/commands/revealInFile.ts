import type { Command } from './command';
import { eventMeant } from './whichEvent';

/** Selects an event in its file, or opens it as a document of its own where VS Code cannot draw it. */
export const revealInFile: Command = {
  id: 'provisioningLog.revealInFile',
  title: 'Reveal in File',
  doing: 'reveal the event in its file',
  async run(services, argument) {
    const { log, row } = await eventMeant(services, argument);
    await services.actions.reveal(log, row);
  },
};
