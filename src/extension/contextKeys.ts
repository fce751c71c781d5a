import { commands, type Disposable } from 'vscode';
import type { OpenLogs } from './openLogs';

/** Keeps the context keys that the manifest's `when` clauses ask for. */
export function keepContextKeys(logs: OpenLogs): Disposable {
  const set = () => {
    void commands.executeCommand('setContext', 'provisioningLog.hasLog', logs.shown.length > 0);
    void commands.executeCommand('setContext', 'provisioningLog.hasFilter', false);
  };
  set();
  return logs.onDidChange(set);
}
