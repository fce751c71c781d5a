import { UserError } from '../report';
import { pickObject } from '../story/pickObject';
import type { Command } from './command';

/** Finds a person or group of the open logs as one types, and shows its history. */
export const goToEvent: Command = {
  id: 'provisioningLog.goToEvent',
  title: 'Go to Event…',
  doing: 'find a person or group',
  async run({ logs, report, story }) {
    if (logs.shown.length === 0) {
      throw new UserError('No provisioning log is open. Open one with "Analyze Provisioning Log".');
    }
    const chosen = await pickObject(logs.shown, report);
    if (chosen !== undefined) await story.show(chosen.log, chosen.row);
  },
};
