import { type Status, statuses } from '../model';
import type { ColumnStore } from './columnStore';
import { enumColumn } from './enumColumn';

/** The status of each row. */
export function statusColumn(store: ColumnStore): (row: number) => Status {
  const { entries, wordOf } = enumColumn(store, 'status', statuses);
  return (row) => statuses[wordOf[entries[row]!]!]!;
}
