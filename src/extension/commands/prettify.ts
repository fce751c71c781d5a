import { UserError } from '../report';
import { filesMeant } from '../whichFile';
import type { Command } from './command';

/** Makes a readable form of the file that is meant, else of the active log's file. */
export const prettify: Command = {
  id: 'provisioningLog.prettify',
  title: 'Prettify Provisioning Log',
  doing: 'prettify the file',
  async run({ logs, prettifier }, argument, selection) {
    const file = filesMeant(argument, selection)[0] ?? logs.active?.files[0];
    if (file === undefined) throw new UserError('No file is open. Open the log, or choose it in the explorer.');
    await prettifier.prettify(file);
  },
};
