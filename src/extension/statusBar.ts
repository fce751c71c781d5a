import { StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode';
import { formatCounted } from '../core/text/formatValue';
import { plainLabel } from '../core/text/escape';
import type { OpenLogs } from './openLogs';

/** Events and failures of the active log; a click shows its jobs. */
export class StatusBar implements Disposable {
  private readonly item: StatusBarItem;
  private readonly subscriptions: Disposable[];

  constructor(private readonly logs: OpenLogs) {
    this.item = window.createStatusBarItem('provisioningLog.status', StatusBarAlignment.Left);
    this.item.name = 'Provisioning Log';
    this.item.command = 'provisioningLog.showJobs';
    this.subscriptions = [logs.onDidChange(() => this.draw()), logs.onDidChangeLog(() => this.draw())];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.item.dispose();
  }

  private draw(): void {
    const log = this.logs.active;
    if (log === undefined) {
      this.item.hide();
      return;
    }
    const { eventCount, byStatus } = log.info;
    const counts = `${formatCounted(eventCount, 'event')}, ${formatCounted(byStatus.failure, 'failure')}`;
    const icon = log.staleness === undefined ? 'list-tree' : 'warning';
    this.item.text = `$(${icon}) ${counts}`;
    this.item.tooltip = [plainLabel(log.name), plainLabel(log.staleness?.message ?? ''), 'Show the jobs.']
      .filter((line) => line !== '')
      .join('\n');
    this.item.accessibilityInformation = {
      label: `Provisioning log: ${counts}${log.staleness === undefined ? '' : '; out of date'}`,
      role: 'button',
    };
    this.item.show();
  }
}
