import { Uri } from 'vscode';
import type { OpenLog } from '../openLog';
import { UserError } from '../report';
import { isTextList } from '../textList';
import { isTreeElement } from '../tree/treeElement';
import type { Services } from './command';

/**
 * The log a command is about: a row of the tree, a file, the addresses of its files, else the active log. Throws in
 * words for the user when there is none.
 */
export function logMeant({ logs }: Pick<Services, 'logs'>, argument: unknown): OpenLog {
  const log = isTreeElement(argument) ? argument.log : (named(logs, argument) ?? logs.active);
  if (log === undefined) throw new UserError('No provisioning log is open. Open one with "Analyze Provisioning Log".');
  return log;
}

function named(logs: Services['logs'], argument: unknown): OpenLog | undefined {
  if (argument instanceof Uri) return logs.find(argument)?.log;
  return isTextList(argument) ? logs.findByFiles(argument) : undefined;
}
