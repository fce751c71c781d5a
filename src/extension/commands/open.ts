import type { Command } from './command';
import { openAndShow } from './openAndShow';

/** Asks for files, reads them as one log and shows its jobs. */
export const open: Command = {
  id: 'provisioningLog.open',
  title: 'Open Log File…',
  doing: 'open the file',
  async run(services) {
    const files = await services.opening.chooseFiles();
    if (files.length > 0) await openAndShow(services, files);
  },
};
