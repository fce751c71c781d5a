import type { ColumnData, DictionaryData, IdData } from './columnStore';

/**
 * A column's values by numbers, however the index keeps them: equal values have equal numbers, 0 is absent. Columns
 * of numbers and times hold no such values: all are absent.
 */
export function numberValues(data: ColumnData, rowCount: number): Omit<DictionaryData, 'kind'> {
  if (data.kind === 'dictionary') return data;
  if (data.kind === 'id') return numberIds(data, rowCount);
  return { entries: new Uint8Array(rowCount), size: 1, text: () => '' };
}

function numberIds(data: IdData, rowCount: number): Omit<DictionaryData, 'kind'> {
  const entries = new Uint32Array(rowCount);
  /** The first row of each entry; no row has entry 0. */
  const firstRows = [0];
  // Open addressing, at most half full: entries, and 0 for a free place.
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * rowCount + 2)));
  const mask = places.length - 1;
  for (let row = 0; row < rowCount; row++) {
    if (data.isEmpty(row)) continue;
    let place = data.hashOf(row) & mask;
    while (places[place] !== 0 && !data.isEqual(firstRows[places[place]!]!, row)) place = (place + 1) & mask;
    if (places[place] === 0) places[place] = firstRows.push(row) - 1;
    entries[row] = places[place]!;
  }
  return { entries, size: firstRows.length, text: (entry) => (entry === 0 ? '' : data.text(firstRows[entry]!)) };
}
