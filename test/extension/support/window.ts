import * as vscode from 'vscode';
import { OpenLogs } from '../../../src/extension/openLogs';
import type { Platform } from '../../../src/extension/platform';
import { Report } from '../../../src/extension/report';

/** The logs of a window of their own, apart from those of the installed extension. */
export interface LogsOfTest {
  readonly logs: OpenLogs;
  readonly report: Report;
  dispose(): void;
}

/** Makes them; dispose ends every worker. */
export function logsOfTest(platform: Platform): LogsOfTest {
  const report = new Report(vscode.window.createOutputChannel('Provisioning Log (test)', { log: true }));
  const logs = new OpenLogs(platform, report);
  return {
    logs,
    report,
    dispose: () => {
      logs.dispose();
      report.dispose();
    },
  };
}

/** Closes every editor without asking. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
