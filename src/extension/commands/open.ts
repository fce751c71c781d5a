import type { Command } from './command';

/** Asks for files, reads them as one log and shows its jobs. */
export const open: Command = {
  id: 'provisioningLog.open',
  title: 'Open Log File…',
  doing: 'open the file',
  async run({ opening, treeView }) {
    const files = await opening.chooseFiles();
    if (files.length > 0) await treeView.showJobs(await opening.open(files));
  },
};
