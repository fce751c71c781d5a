import { commands, Disposable } from 'vscode';
import type { OpenLogs } from './openLogs';

/** Keeps the context keys that the manifest's `when` clauses ask for. */
export function keepContextKeys(logs: OpenLogs): Disposable {
  const set = () => {
    void commands.executeCommand('setContext', 'provisioningLog.hasLog', logs.shown.length > 0);
    const hasFilter = logs.shown.some(({ filter }) => filter !== '');
    void commands.executeCommand('setContext', 'provisioningLog.hasFilter', hasFilter);
  };
  set();
  return Disposable.from(logs.onDidChange(set), logs.onDidChangeFilter(set));
}
