import type { ColumnId } from '../columns/columns';
import type { ColumnData, ColumnStore } from '../index/columnStore';
import type { HoverFacts, IdOwner, ValueUse } from './hoverFacts';

/** Answers from a log's index, in one pass over the rows for each column that is asked. */
export function storeFacts(store: ColumnStore): HoverFacts {
  return {
    use: (column, value) => Promise.resolve(valueUse(store, column, value)),
    owners: (id) => Promise.resolve(idOwners(store, id)),
  };
}

/**
 * In how many events a column has a value, ignoring case, and when. An absent value is no use of `""`; columns of
 * numbers and times are never asked and have none.
 */
export function valueUse(store: ColumnStore, column: ColumnId, value: string): ValueUse {
  const hasValue = rowMatcher(store.column(column), value);
  const times = store.column('time');
  let count = 0;
  let firstTimeMs = Infinity;
  let lastTimeMs = -Infinity;
  for (let row = 0; row < store.rowCount; row++) {
    if (!hasValue(row)) continue;
    count++;
    const timeMs = times.kind === 'number' ? times.values[row]! : NaN;
    // Comparisons with NaN are false: events without a time count, but are neither first nor last.
    if (timeMs < firstTimeMs) firstTimeMs = timeMs;
    if (timeMs > lastTimeMs) lastTimeMs = timeMs;
  }
  return firstTimeMs > lastTimeMs ? { count } : { count, firstTimeMs, lastTimeMs };
}

/** Where IDs stand, and which column names what they stand for. */
const idColumns: readonly { kind: IdOwner['kind']; column: ColumnId; name?: ColumnId }[] = [
  { kind: 'sourceObject', column: 'sourceId', name: 'identity' },
  { kind: 'targetObject', column: 'targetId', name: 'identity' },
  { kind: 'job', column: 'jobId', name: 'job' },
  { kind: 'change', column: 'change' },
  { kind: 'cycle', column: 'cycle' },
  { kind: 'event', column: 'id' },
];

/** What an ID stands for in a log, the most frequent first. The name is that of the last event that has one. */
export function idOwners(store: ColumnStore, id: string): readonly IdOwner[] {
  const owners: IdOwner[] = [];
  for (const { kind, column, name } of idColumns) {
    const hasId = rowMatcher(store.column(column), id);
    let events = 0;
    let found = '';
    for (let row = 0; row < store.rowCount; row++) {
      if (!hasId(row)) continue;
      events++;
      if (name !== undefined) found = textAt(store.column(name), row) || found;
    }
    if (events > 0) owners.push({ kind, name: found, events });
  }
  return owners.sort((a, b) => b.events - a.events);
}

function rowMatcher(data: ColumnData, value: string): (row: number) => boolean {
  if (value === '' || data.kind === 'number') return () => false;
  if (data.kind === 'id') return data.matcher(value);
  const wanted = value.toLowerCase();
  const isWanted = Uint8Array.from({ length: data.size }, (_, entry) =>
    Number(entry !== 0 && data.text(entry).toLowerCase() === wanted),
  );
  return (row) => isWanted[data.entries[row]!] === 1;
}

function textAt(data: ColumnData, row: number): string {
  if (data.kind === 'number') return '';
  return data.kind === 'id' ? data.text(row) : data.text(data.entries[row]!);
}
