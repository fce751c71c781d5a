import { env, window } from 'vscode';
import type { ColumnId } from '../../core/columns/columns';
import { formatCount, formatCounted } from '../../core/text/formatValue';
import { valueOf } from '../report';
import type { Command, Services } from './command';
import { logMeant } from './whichLog';
import { queryMeant } from './whichQuery';

/** So many IDs are copied. */
const MAX_IDS = 100_000;

/** Copies the IDs of the jobs whose events the filter lets through, one a line. */
export const copyJobIds: Command = {
  id: 'provisioningLog.copyJobIds',
  title: 'Copy Job IDs',
  doing: 'copy the job IDs',
  run: (services, argument, query) => copyIds(services, argument, query, 'jobId', 'job ID'),
};

/** Copies the change IDs of the events that the filter lets through, one a line. */
export const copyChangeIds: Command = {
  id: 'provisioningLog.copyChangeIds',
  title: 'Copy Change IDs',
  doing: 'copy the change IDs',
  run: (services, argument, query) => copyIds(services, argument, query, 'change', 'change ID'),
};

async function copyIds(
  services: Services,
  argument: unknown,
  query: unknown,
  column: ColumnId,
  noun: string,
): Promise<void> {
  const log = logMeant(services, argument);
  const { total, values } = valueOf(await log.api.distinctValues(queryMeant(log, query), column, MAX_IDS));
  if (total === 0) {
    services.report.inform(`No event has a ${noun}.`);
    return;
  }
  await env.clipboard.writeText(values.join('\n'));
  const copied = `Copied ${formatCounted(values.length, noun)}`;
  if (total > values.length) services.report.inform(`${copied}, the first of ${formatCount(total)}.`);
  else window.setStatusBarMessage(`${copied}.`, 5_000);
}
