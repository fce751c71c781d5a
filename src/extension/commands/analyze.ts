import { filesMeant } from '../whichFile';
import type { Command } from './command';
import { openAndShow } from './openAndShow';

/**
 * Reads the files that are meant as one log and shows its jobs; asks for files when none is meant. Resolves to the number
 * of events for other extensions that call it.
 */
export const analyze: Command = {
  id: 'provisioningLog.analyze',
  title: 'Analyze Provisioning Log',
  doing: 'analyze the file',
  async run(services, argument, selection) {
    const meant = filesMeant(argument, selection);
    const files = meant.length > 0 ? meant : await services.opening.chooseFiles();
    if (files.length === 0) return undefined;
    return (await openAndShow(services, files)).info.eventCount;
  },
};
