import type { EventOfLog } from '../eventPanel';
import type { OpenLog } from '../openLog';
import { valueOf } from '../report';
import type { Command, Services } from './command';
import { eventMeant } from './whichEvent';
import { logMeant } from './whichLog';

/** Shows the next event in file order. */
export const nextEvent: Command = {
  id: 'provisioningLog.nextEvent',
  title: 'Next Event',
  doing: 'show the next event',
  run: (services) => go(services, 'next', false),
};

/** Shows the previous event in file order. */
export const previousEvent: Command = {
  id: 'provisioningLog.previousEvent',
  title: 'Previous Event',
  doing: 'show the previous event',
  run: (services) => go(services, 'previous', false),
};

/** Shows the next event that failed. */
export const nextFailure: Command = {
  id: 'provisioningLog.nextFailure',
  title: 'Next Failure',
  doing: 'show the next failure',
  run: (services) => go(services, 'next', true),
};

/** Shows the previous event that failed. */
export const previousFailure: Command = {
  id: 'provisioningLog.previousFailure',
  title: 'Previous Failure',
  doing: 'show the previous failure',
  run: (services) => go(services, 'previous', true),
};

async function go(services: Services, direction: 'next' | 'previous', failuresOnly: boolean): Promise<void> {
  const { log, row } = await startOf(services, direction);
  const found = valueOf(await log.api.neighbour(row, direction, failuresOnly, log.filter));
  const place = direction === 'next' ? 'after' : 'before';
  if (found !== undefined) await services.panel.show(log, found);
  else services.report.inform(`There is no ${failuresOnly ? 'failure' : 'event'} ${place} this one${through(log)}.`);
}

/** The event that is chosen; without one the log is walked through from its beginning, or from its end. */
async function startOf(services: Services, direction: 'next' | 'previous'): Promise<EventOfLog> {
  if (services.panel.current !== undefined || services.treeView.selectedEvent !== undefined) {
    return eventMeant(services, undefined);
  }
  const log = logMeant(services, undefined);
  return { log, row: direction === 'next' ? -1 : log.info.eventCount };
}

function through({ filter }: OpenLog): string {
  return filter === '' ? '' : ' that the filter lets through';
}
