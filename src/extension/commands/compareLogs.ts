import { window } from 'vscode';
import { compareLogs as compareDigests } from '../../core/analysis/compare/compareLogs';
import { comparisonText } from '../../core/analysis/compare/comparisonText';
import { plainLabel } from '../../core/text/escape';
import { formatCounted, formatTime } from '../../core/text/formatValue';
import type { OpenLog } from '../openLog';
import { UserError, valueOf } from '../report';
import type { Command, Services } from './command';
import { logMeant } from './whichLog';

/**
 * Compares a log with another one that is open, and shows what changed as a page.
 * The log with the earlier last event is the one before.
 */
export const compareLogs: Command = {
  id: 'provisioningLog.compareLogs',
  title: 'Compare Logs…',
  doing: 'compare the logs',
  async run(services, argument) {
    const log = logMeant(services, argument);
    const other = await askForOther(services, log);
    if (other === undefined) return;
    if (log.info.isPartial === true || other.info.isPartial === true) {
      throw new UserError('One of the logs is still being read. Compare them when it is read.');
    }
    const [before, after] = (log.info.lastTimeMs ?? 0) <= (other.info.lastTimeMs ?? 0) ? [log, other] : [other, log];
    const [was, is] = await Promise.all([before.api.digest(), after.api.digest()]);
    const names = { before: before.name, after: after.name };
    await services.comparisons.show(comparisonText(compareDigests(valueOf(was), valueOf(is)), names));
  },
};

async function askForOther({ logs }: Services, log: OpenLog): Promise<OpenLog | undefined> {
  const others = logs.shown.filter((shown) => shown !== log);
  if (others.length === 0) {
    throw new UserError('Only one provisioning log is open. Open the other one, too, and compare them then.');
  }
  if (others.length === 1) return others[0];
  const items = others.map((other) => ({
    label: plainLabel(other.name),
    description: formatCounted(other.info.eventCount, 'event'),
    detail: other.info.lastTimeMs === undefined ? '' : `up to ${formatTime(other.info.lastTimeMs)}`,
    other,
  }));
  const chosen = await window.showQuickPick(items, { title: `Compare ${plainLabel(log.name)} with…` });
  return chosen?.other;
}
