import { StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode';
import { plainLabel } from '../core/text/escape';
import { countsOf } from './logCounts';
import type { OpenLogs } from './openLogs';

/** Events and failures of the active log; a click shows its analysis. */
export class StatusBar implements Disposable {
  private readonly item: StatusBarItem;
  private readonly subscriptions: Disposable[];

  constructor(private readonly logs: OpenLogs) {
    this.item = window.createStatusBarItem('provisioningLog.status', StatusBarAlignment.Left);
    this.item.name = 'Provisioning Log';
    this.item.command = 'provisioningLog.showAnalysis';
    const draw = (): void => this.draw();
    this.subscriptions = [logs.onDidChange(draw), logs.onDidChangeLog(draw), logs.onDidGrow(draw)];
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
    const counts = countsOf(log.info);
    const icon = log.staleness !== undefined ? 'warning' : log.info.isPartial === true ? 'loading~spin' : 'list-tree';
    this.item.text = `$(${icon}) ${counts}`;
    this.item.tooltip = [plainLabel(log.name), plainLabel(log.staleness?.message ?? ''), 'Show the analysis.']
      .filter((line) => line !== '')
      .join('\n');
    this.item.accessibilityInformation = {
      label: `Provisioning log: ${counts}${log.staleness === undefined ? '' : '; out of date'}`,
      role: 'button',
    };
    this.item.show();
  }
}
