import type { ColumnId } from '../columns/columns';
import type { ColumnStore } from './columnStore';

/** An `enum` column by numbers: which of its words each row holds. */
export interface EnumColumn {
  /** `wordOf[entries[row]]` is the word's place in the column's list. */
  readonly entries: Uint32Array | Uint16Array | Uint8Array;
  readonly wordOf: Uint8Array;
}

/** Reads a column whose values are words of `words`, in any case; whatever else it holds counts as the last of them. */
export function enumColumn(store: ColumnStore, id: ColumnId, words: readonly string[]): EnumColumn {
  const data = store.column(id);
  if (data.kind !== 'dictionary')
    return { entries: new Uint8Array(store.rowCount), wordOf: Uint8Array.of(words.length - 1) };
  const wordOf = Uint8Array.from({ length: data.size }, (_, entry) => {
    const found = words.indexOf(data.text(entry).toLowerCase());
    return found < 0 ? words.length - 1 : found;
  });
  return { entries: data.entries, wordOf };
}
