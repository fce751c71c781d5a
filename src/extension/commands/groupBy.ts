import { window } from 'vscode';
import { groupings } from '../../core/groupings/groupings';
import { plainLabel } from '../../core/text/escape';
import type { Command } from './command';
import { logMeant } from './whichLog';

/** Asks by what the tree groups the events of a log. Links hand over the addresses of the log's files and the grouping. */
export const groupBy: Command = {
  id: 'provisioningLog.groupBy',
  title: 'Group By…',
  doing: 'group the events',
  async run(services, argument, id) {
    const log = logMeant(services, argument);
    if (typeof id === 'string') {
      log.setGrouping(id);
      return;
    }
    const items = groupings.map((grouping) => ({
      label: grouping.title,
      description: grouping === log.grouping ? 'now' : '',
      grouping,
    }));
    const chosen = await window.showQuickPick(items, {
      title: `Group the Events of ${plainLabel(log.name)}`,
      placeHolder: 'By what the tree groups them',
    });
    if (chosen !== undefined) log.setGrouping(chosen.grouping.id);
  },
};
