import type { ColumnStore } from '../../index/columnStore';
import { timeColumn } from '../../index/timeColumn';

/**
 * Whether a row's event happened after another's. Events of the same moment, or without a time, follow the file: read
 * backwards where the log begins with its newest event, as the admin center writes it.
 */
export function laterRow(store: ColumnStore): (row: number, other: number) => boolean {
  const timeOf = timeColumn(store);
  const isNewestFirst = store.rowCount > 1 && timeOf(0) > timeOf(store.rowCount - 1);
  return (row, other) => {
    const [time, otherTime] = [timeOf(row), timeOf(other)];
    return time === otherTime ? row > other !== isNewestFirst : time > otherTime;
  };
}
