import { isTreeElement } from '../tree/treeElement';
import type { Command } from './command';

/** Shows the bytes of a place that could not be read. */
export const showBytes: Command = {
  id: 'provisioningLog.showBytes',
  title: 'Show Bytes',
  doing: 'show the bytes',
  async run({ actions }, argument) {
    if (!isTreeElement(argument) || argument.kind !== 'node' || argument.node.place === undefined) return;
    await actions.showBytes(argument.log, argument.node.place);
  },
};
