import type { EventOfLog } from '../eventPanel';
import { UserError, valueOf } from '../report';
import { isTextList } from '../textList';
import { isTreeElement } from '../tree/treeElement';
import type { Services } from './command';

/** An event as links and saved panels name it: by the addresses of its log's files and its key. */
export interface EventAddress {
  readonly log: readonly string[];
  readonly key: string;
}

/**
 * The event a command is about: a row of the tree, an event's address, else what the panel shows, else what is selected
 * in the tree. Rejects in words for the user when there is none.
 */
export async function eventMeant(services: Services, argument: unknown): Promise<EventOfLog> {
  if (isTreeElement(argument)) {
    if (argument.kind === 'node' && argument.node.row !== undefined) {
      return { log: argument.log, row: argument.node.row };
    }
    throw new UserError('This row of the tree is not an event. Choose a change or an event.');
  }
  if (isEventAddress(argument)) return byAddress(services, argument);
  const event = services.panel.current ?? services.treeView.selectedEvent;
  if (event === undefined) throw new UserError('No event is chosen. Choose one in the view "Provisioning Log".');
  return event;
}

async function byAddress(services: Services, address: EventAddress): Promise<EventOfLog> {
  const log = services.logs.findByFiles(address.log);
  if (log === undefined) throw new UserError('The log that holds this event is not open any more. Open it again.');
  const row = valueOf(await log.api.rowOf(address.key));
  if (row === undefined) throw new UserError('The log does not hold this event any more. It was read again since.');
  return { log, row };
}

function isEventAddress(value: unknown): value is EventAddress {
  if (typeof value !== 'object' || value === null || !('log' in value) || !('key' in value)) return false;
  return isTextList(value.log) && typeof value.key === 'string';
}
