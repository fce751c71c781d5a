import { isTreeElement } from '../tree/treeElement';
import type { Command } from './command';

/** Puts the next rows of a long list in the place of the row that stands for them. */
export const showMore: Command = {
  id: 'provisioningLog.showMore',
  title: 'Show the Next 1,000',
  doing: 'show more rows',
  async run({ treeView }, argument) {
    if (isTreeElement(argument) && argument.kind === 'node') await treeView.showMore(argument);
  },
};
