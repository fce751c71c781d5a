import { csvCellAt, readCsvHeader, textOffset, valueOffset } from '../record/csvText';
import { pathAt } from '../record/pathAt';
import type { HoverTarget } from './hoverTopic';

/** What the pointer stands on in a table, and where that is in UTF-16 units; `end` is exclusive. */
export interface CsvTarget {
  readonly target: HoverTarget;
  readonly start: number;
  readonly end: number;
}

/**
 * The value at an offset of a table's text, by the name of its column; where a cell holds JSON, the value inside of it.
 * Undefined in the first row and on separators. `isSteps` tells that the rows are steps.
 */
export function csvTargetAt(text: string, offset: number, isSteps: boolean): CsvTarget | undefined {
  const { separator, names } = readCsvHeader(text);
  const cell = csvCellAt(text, offset, separator);
  const name = cell && names[cell.column];
  if (cell === undefined || name === undefined || cell.rowStart === 0) return undefined;
  const above = isSteps ? ['provisioningSteps', name] : [name];
  const place = /^\s*[{[]/.test(cell.value) ? pathAt(cell.value, valueOffset(text, cell, offset)) : undefined;
  if (place === undefined) {
    return { target: { path: above, key: name, value: cell.value }, start: cell.start, end: cell.end };
  }
  if (place.part === 'key') return undefined;
  const path = [...above, ...place.path];
  const key = path.filter((part) => typeof part === 'string').at(-1) ?? name;
  const [start, end] = [textOffset(cell, place.start), textOffset(cell, place.end)];
  return { target: { path, key, value: place.text }, start, end };
}
