import type { Command } from './command';

/** Shows what the extension did, without log contents. */
export const showOutput: Command = {
  id: 'provisioningLog.showOutput',
  title: 'Show Output',
  doing: 'show the output',
  run: ({ report }) => report.showOutput(),
};
