import type { StorableLog } from '../index/buildIndex';
import { placedColumns, placedIds } from '../index/textPlaces';
import type { ProblemFact } from '../problem';

/** Columns whose texts are stored: names of jobs, systems, codes and attributes. */
export const storedTexts = ['job', 'code', 'source', 'target', 'attribute'] as const;

/** The kinds of arrays that are stored. */
export type StoredNumbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/**
 * The index of one file as it is stored: numbers, and the texts of {@link storedTexts}. All other texts are places in the
 * file, so that without the file nobody is named.
 */
export interface StoredLog {
  readonly formatId: string;
  readonly byteLength: number;
  readonly rowCount: number;
  readonly repeatCount: number;
  readonly notices: readonly string[];
  readonly problems: readonly ProblemFact[];
  readonly problemCounts: readonly (readonly [code: string, count: number])[];
  /** By column, the dictionary's entries from entry 1 on. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** Arrays by what is in them. */
  readonly numbers: Readonly<Record<string, StoredNumbers>>;
}

/** What is stored of a log; undefined for a log whose problems quote it. */
export function storedLog({ table, places, textPlaces, built }: StorableLog): StoredLog | undefined {
  const { columns } = table;
  const [file] = built.files;
  const { kept, countByCode } = built.problems;
  if (file?.format === undefined || kept.some(quotesLog)) return undefined;
  const numbers: Record<string, StoredNumbers> = {
    time: columns.time.data().values,
    duration: columns.duration.data().values,
    ...places.kept(),
  };
  for (const column of ['status', 'action', ...storedTexts, ...placedColumns] as const) {
    numbers[`entries.${column}`] = columns[column].kept();
  }
  for (const column of placedIds) numbers[`guids.${column}`] = textPlaces.guidPlaces(column);
  for (const column of [...placedColumns, ...placedIds] as const) {
    numbers[`offsets.${column}`] = textPlaces.entries[column].byteOffsets;
    numbers[`lengths.${column}`] = textPlaces.entries[column].byteLengths;
  }
  return {
    formatId: file.format.id,
    byteLength: file.byteLength,
    rowCount: table.rowCount,
    repeatCount: built.repeatCount,
    notices: built.notices,
    problems: kept,
    problemCounts: [...countByCode],
    texts: Object.fromEntries(storedTexts.map((column) => [column, columns[column].dictionary.texts()])),
    numbers,
  };
}

/** Facts in words come from the log. */
function quotesLog({ facts = {} }: ProblemFact): boolean {
  return Object.values(facts).some((fact) => typeof fact === 'string');
}
