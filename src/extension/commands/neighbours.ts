import type { OpenLog } from '../openLog';
import { valueOf } from '../report';
import type { Command, Services } from './command';
import { eventMeant } from './whichEvent';

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
  const { log, row } = await eventMeant(services, undefined);
  const found = valueOf(await log.api.neighbour(row, direction, failuresOnly, log.filter));
  const place = direction === 'next' ? 'after' : 'before';
  if (found !== undefined) await services.panel.show(log, found);
  else services.report.inform(`There is no ${failuresOnly ? 'failure' : 'event'} ${place} this one${through(log)}.`);
}

function through({ filter }: OpenLog): string {
  return filter === '' ? '' : ' that the filter lets through';
}
