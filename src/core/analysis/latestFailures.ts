import type { ColumnStore } from '../index/columnStore';
import { statusColumn } from '../index/statusColumn';
import { timeColumn } from '../index/timeColumn';

/** Rows of the newest events that failed, newest first, at most `limit`. Events without a time come last. */
export function latestFailures(store: ColumnStore, limit: number): number[] {
  const statusOf = statusColumn(store);
  const timeOf = timeColumn(store);
  const failures: number[] = [];
  for (let row = 0; row < store.rowCount; row++) {
    if (statusOf(row) === 'failure') failures.push(row);
  }
  const times = Float64Array.from(failures, timeOf).sort();
  const oldest = times[times.length - limit] ?? -Infinity;
  return failures
    .filter((row) => timeOf(row) >= oldest)
    .sort((a, b) => timeOf(b) - timeOf(a) || a - b)
    .slice(0, limit);
}
