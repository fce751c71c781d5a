import { numberPairs } from '../../index/objectNumbers';
import type { ModifiedProperty } from '../../model';
import { laterRow } from '../derive/laterRow';
import type { FindingContext } from './findingContext';

// The service documents no such numbers: they are our choice, the last two for the time that reading takes.

/** Fewer updates of one object in one job are no series. */
const MIN_UPDATES = 3;

/** So many objects are looked at, those with the most updates first. */
export const MAX_SERIES = 25;

/** So many updates of each object are read, the newest. */
export const MAX_READ_UPDATES = 8;

/** Successful updates of one object in one job. */
export interface UpdateSeries {
  /** The newest rows, in the order in which they happened. */
  readonly rows: readonly number[];
  /** What each of them wrote; undefined where the record could not be read. */
  readonly properties: readonly (readonly ModifiedProperty[] | undefined)[];
}

/** Objects that were updated again and again. */
export interface UpdateSamples {
  readonly series: readonly UpdateSeries[];
  /** How many objects have as many updates, read or not. */
  readonly candidates: number;
  /** How many updates name an attribute; without any nothing can be known. */
  readonly updates: number;
}

/** Finds the objects with the most successful updates, and reads what the newest of them wrote. */
export async function sampleUpdates(context: FindingContext): Promise<UpdateSamples> {
  const { store, rowCount, jobs, objects, actionOf, statusOf } = context;
  const attributesOf = context.text('attribute');
  const { numbers, size } = numberPairs(jobs.groupOf, objects.entries, rowCount);
  const rowsOf = new Map<number, number[]>();
  const counts = new Uint32Array(size);
  let updates = 0;
  const isUpdate = (row: number) =>
    objects.entries[row] !== 0 && actionOf(row) === 'update' && statusOf(row) === 'success' && attributesOf(row) !== '';
  for (let row = 0; row < rowCount; row++) {
    if (!isUpdate(row)) continue;
    updates++;
    counts[numbers[row]!]!++;
  }
  const frequent = [...counts.keys()].filter((pair) => counts[pair]! >= MIN_UPDATES);
  const chosen = frequent.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, MAX_SERIES);
  for (const pair of chosen) rowsOf.set(pair, []);
  for (let row = 0; row < rowCount; row++) if (isUpdate(row)) rowsOf.get(numbers[row]!)?.push(row);
  const isLater = laterRow(store);
  const series: UpdateSeries[] = [];
  for (const rows of rowsOf.values()) {
    const newest = rows.sort((a, b) => (isLater(a, b) ? 1 : -1)).slice(-MAX_READ_UPDATES);
    const properties: (readonly ModifiedProperty[] | undefined)[] = [];
    for (const row of newest) properties.push(await context.readProperties(row));
    series.push({ rows: newest, properties });
  }
  return { series, candidates: frequent.length, updates };
}

/** What a finding from samples could not see: a sentence. */
export function unseenUpdates({ candidates, series }: UpdateSamples): string {
  const looked =
    candidates > series.length
      ? `${series.length} of ${candidates} objects with so many updates`
      : 'All objects with so many updates';
  return `${looked} were looked at, with at most ${MAX_READ_UPDATES} updates each, the newest; the others were not read.`;
}
