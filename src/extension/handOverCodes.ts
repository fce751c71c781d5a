import { Disposable } from 'vscode';
import type { CodeCatalogue } from './codeCatalogue';
import type { OpenLog } from './openLog';
import type { OpenLogs } from './openLogs';

/** Tells the worker of each log the user's own error codes: they say whose turn it is before the catalogue does. */
export function handOverCodes(logs: OpenLogs, codes: CodeCatalogue): Disposable {
  const known = new WeakSet<OpenLog>();
  const handOver = (log: OpenLog): void => log.useCodes(codes.own);
  return Disposable.from(
    logs.onDidChange(() => {
      for (const log of logs.shown) {
        if (!known.has(log) && codes.own.length > 0) handOver(log);
        known.add(log);
      }
    }),
    // A log that was read again has a new worker.
    logs.onDidReload(handOver),
    codes.onDidChange(() => logs.shown.forEach(handOver)),
  );
}
