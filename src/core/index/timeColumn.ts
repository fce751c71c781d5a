import type { ColumnStore } from './columnStore';

/** The time of each row in milliseconds since 1970 UTC; -Infinity where it is absent, so that it sorts as the oldest. */
export function timeColumn(store: ColumnStore): (row: number) => number {
  const data = store.column('time');
  if (data.kind !== 'number') return () => -Infinity;
  const { values } = data;
  return (row) => {
    const time = values[row]!;
    return Number.isNaN(time) ? -Infinity : time;
  };
}
