import { ESCAPED, OTHER_ID, placedColumns, placedIds } from '../index/textPlaces';
import { MAX_COLUMN_TEXT } from '../index/recordValues';
import { actionWords, statusWords } from '../index/eventTable';
import { storedTexts, type StoredLog, type StoredNumbers } from './storedLog';

/**
 * Whether the numbers of a stored log fit together: every array has a row's number for each row, every number of an entry
 * an entry, every place is in the file. What is checked like this can be restored without looking again.
 */
export function isSound(log: StoredLog): boolean {
  const { numbers, texts, rowCount, byteLength } = log;
  const isRow = (name: string, kind: NumbersKind) => numbers[name] instanceof kind && numbers[name].length === rowCount;
  const areEntries = (column: string, size: number) =>
    isColumn(numbers[`entries.${column}`], rowCount) && numbers[`entries.${column}`]!.every((entry) => entry < size);
  return (
    ['time', 'duration', 'offsets'].every((name) => isRow(name, Float64Array)) &&
    isRow('lengths', Uint32Array) &&
    areRecords(numbers.offsets!, numbers.lengths!, byteLength) &&
    (numbers.events === undefined || isRow('events', Uint32Array)) &&
    (numbers.before === undefined || (isRow('before', Float64Array) && isRow('inside', Int32Array))) &&
    areEntries('status', statusWords.size) &&
    areEntries('action', actionWords.size) &&
    storedTexts.every((column) => Array.isArray(texts[column]) && areEntries(column, texts[column].length + 1)) &&
    [...placedColumns, ...placedIds].every((column) => arePlaces(log, column)) &&
    placedColumns.every((column) => areEntries(column, numbers[`offsets.${column}`]!.length + 1)) &&
    placedIds.every(
      (column) =>
        isRow(`guids.${column}`, Uint32Array) &&
        areGuids(numbers[`guids.${column}`]!, numbers.lengths!, numbers[`offsets.${column}`]!.length + 1),
    )
  );
}

type NumbersKind = abstract new (...args: never[]) => StoredNumbers;

function isColumn(array: StoredNumbers | undefined, rowCount: number): boolean {
  const isKind = array instanceof Uint8Array || array instanceof Uint16Array || array instanceof Uint32Array;
  return isKind && array.length === rowCount;
}

/** Records stand one behind the other. */
function areRecords(offsets: StoredNumbers, lengths: StoredNumbers, byteLength: number): boolean {
  let end = 0;
  for (let row = 0; row < offsets.length; row++) {
    if (!(offsets[row]! >= end)) return false;
    end = offsets[row]! + lengths[row]!;
  }
  return end <= byteLength;
}

function arePlaces({ numbers, byteLength }: StoredLog, column: string): boolean {
  const offsets = numbers[`offsets.${column}`];
  const lengths = numbers[`lengths.${column}`];
  if (!(offsets instanceof Float64Array && lengths instanceof Uint32Array && lengths.length === offsets.length)) {
    return false;
  }
  return offsets.every((offset, entry) => {
    const length = lengths[entry]! & ~ESCAPED;
    return (
      (entry === 0 ? offset >= 0 : offset > offsets[entry - 1]!) &&
      length <= MAX_COLUMN_TEXT &&
      offset + length <= byteLength
    );
  });
}

function areGuids(guids: StoredNumbers, lengths: StoredNumbers, size: number): boolean {
  return guids.every((place, row) => (place >= OTHER_ID ? place - OTHER_ID < size : place + 36 <= lengths[row]!));
}
