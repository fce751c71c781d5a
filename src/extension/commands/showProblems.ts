import type { Command } from './command';
import { logMeant } from './whichLog';

/** Brings up the list of what could not be read of a log. */
export const showProblems: Command = {
  id: 'provisioningLog.showProblems',
  title: 'Show Problems',
  doing: 'show the problems',
  async run(services, argument) {
    if (!(await services.treeView.showProblems(logMeant(services, argument)))) {
      services.report.inform('Everything in this log could be read.');
    }
  },
};
