import type { ColumnData, DictionaryData } from './columnStore';

/**
 * A column's values by numbers, however the index keeps them: equal values have equal numbers, 0 is absent. Packed
 * ids are read once for that. Columns of numbers and times hold no such values: all are absent.
 */
export function numberValues(data: ColumnData, rowCount: number): Omit<DictionaryData, 'kind'> {
  if (data.kind === 'dictionary') return data;
  const entries = new Uint32Array(rowCount);
  const texts = [''];
  if (data.kind === 'id') {
    const entryOf = new Map([['', 0]]);
    for (let row = 0; row < rowCount; row++) {
      const text = data.text(row);
      let entry = entryOf.get(text);
      if (entry === undefined) {
        entry = texts.push(text) - 1;
        entryOf.set(text, entry);
      }
      entries[row] = entry;
    }
  }
  return { entries, size: texts.length, text: (entry) => texts[entry]! };
}
