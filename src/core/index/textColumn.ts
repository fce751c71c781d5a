import type { ColumnId } from '../columns/columns';
import type { ColumnStore } from './columnStore';

/** The text of each row in a column of texts, `""` where it is absent; numbers and times have none. */
export function textColumn(store: ColumnStore, id: ColumnId): (row: number) => string {
  const data = store.column(id);
  if (data.kind === 'id') return (row) => data.text(row);
  if (data.kind === 'dictionary') return (row) => data.text(data.entries[row]!);
  return () => '';
}
