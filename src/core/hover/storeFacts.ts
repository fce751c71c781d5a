import type { ColumnId } from '../columns/columns';
import type { ColumnStore } from '../index/columnStore';
import { rowMatcher } from '../index/rowMatcher';
import { textColumn } from '../index/textColumn';
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
      if (name !== undefined) found = textColumn(store, name)(row) || found;
    }
    if (events > 0) owners.push({ kind, name: found, events });
  }
  return owners.sort((a, b) => b.events - a.events);
}
