import { filesMeant } from '../whichFile';
import type { Command } from './command';

/**
 * Reads the files that are meant as one log and shows its jobs; asks for files when none is meant. Resolves to the number
 * of events for other extensions that call it.
 */
export const analyze: Command = {
  id: 'provisioningLog.analyze',
  title: 'Analyze Provisioning Log',
  doing: 'analyze the file',
  async run({ opening, treeView }, argument, selection) {
    const meant = filesMeant(argument, selection);
    const files = meant.length > 0 ? meant : await opening.chooseFiles();
    if (files.length === 0) return undefined;
    const log = await opening.open(files);
    await treeView.showJobs(log);
    return log.info.eventCount;
  },
};
