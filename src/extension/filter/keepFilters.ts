import { Disposable } from 'vscode';
import type { OpenLog } from '../openLog';
import type { OpenLogs } from '../openLogs';
import { UserError } from '../report';
import type { LogMemory } from './logMemory';

/** Gives each log that is shown the filter that it had last, and keeps its filter from then on. */
export function keepFilters(logs: OpenLogs, memory: LogMemory): Disposable {
  const known = new WeakSet<OpenLog>();
  return Disposable.from(
    logs.onDidChange(() => {
      for (const log of logs.shown) {
        if (known.has(log)) continue;
        known.add(log);
        restore(log, memory.read(log.files, 'filter'));
      }
    }),
    logs.onDidChangeFilter((log) => memory.keep(log.files, 'filter', log.filter)),
  );
}

/** A filter that was kept by a version with other fields must not keep the log from being shown. */
function restore(log: OpenLog, filter: unknown): void {
  if (typeof filter !== 'string') return;
  try {
    log.setFilter(filter);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
