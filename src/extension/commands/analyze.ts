import { filesMeant } from '../whichFile';
import type { Command } from './command';

/** Reads the files that are meant as one log and shows its jobs; asks for files when none is meant. */
export const analyze: Command = {
  id: 'provisioningLog.analyze',
  title: 'Analyze Provisioning Log',
  doing: 'analyze the file',
  async run({ opening, treeView }, argument, selection) {
    const meant = filesMeant(argument, selection);
    const files = meant.length > 0 ? meant : await opening.chooseFiles();
    if (files.length > 0) await treeView.showJobs(await opening.open(files));
  },
};
