import { Disposable } from 'vscode';
import type { OpenLog } from '../openLog';
import type { OpenLogs } from '../openLogs';
import type { LogMemory } from './logMemory';

/** Groups each log that is shown as it was grouped last, and keeps its grouping from then on. */
export function keepGroupings(logs: OpenLogs, memory: LogMemory): Disposable {
  const known = new WeakSet<OpenLog>();
  return Disposable.from(
    logs.onDidChange(() => {
      for (const log of logs.shown) {
        if (known.has(log)) continue;
        known.add(log);
        const grouping = memory.read(log.files, 'grouping');
        if (typeof grouping === 'string') log.setGrouping(grouping);
      }
    }),
    logs.onDidChangeGrouping((log) => memory.keep(log.files, 'grouping', log.grouping.id)),
  );
}
