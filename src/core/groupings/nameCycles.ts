import type { ColumnStore } from '../index/columnStore';
import { timeColumn } from '../index/timeColumn';
import { formatTime } from '../text/formatValue';
import type { Groups } from './grouping';

/** `2026-01-02 03:04`: all that tells cycles apart, which begin 40 minutes after each other. */
const MINUTE_LENGTH = 16;

const guid = /^([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Calls cycles by when their first event happened: an ID says nothing, and leaves no room for counts. Job and ID go
 * behind these. A cycle without a time keeps its ID for a name.
 */
export function nameCycles(store: ColumnStore, cycles: Groups, jobs: Groups): Groups {
  const { groupOf, keys, names } = cycles;
  const timeOf = timeColumn(store);
  const firstMs = new Float64Array(keys.length).fill(Infinity);
  const jobOf = new Uint32Array(keys.length);
  for (let row = store.rowCount - 1; row >= 0; row--) {
    const cycle = groupOf[row]!;
    const time = timeOf(row);
    jobOf[cycle] = jobs.groupOf[row]!;
    if (time !== -Infinity && time < firstMs[cycle]!) firstMs[cycle] = time;
  }
  const times = keys.map((key, cycle) => (key === '' ? '' : formatTime(firstMs[cycle]!)));
  return {
    groupOf,
    keys,
    names: names.map((name, cycle) => times[cycle]!.slice(0, MINUTE_LENGTH) || name),
    notes: keys.map((key, cycle) => {
      if (key === '') return undefined;
      const job = jobs.names[jobOf[cycle]!]!;
      const time = times[cycle]!;
      return time === ''
        ? { short: job, full: job }
        : { short: `${job} · ${guid.exec(key)?.[1] ?? key}`, full: `${job}, ${key}, first event ${time}` };
    }),
  };
}
