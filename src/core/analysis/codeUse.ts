import type { ColumnStore } from '../index/columnStore';
import { numberValues } from '../index/numberValues';
import { timeColumn } from '../index/timeColumn';

/** How often a code occurs in a log, and when; times in milliseconds since 1970 UTC, absent when no event has one. */
export interface CodeUse {
  readonly count: number;
  readonly firstTimeMs?: number;
  readonly lastTimeMs?: number;
}

/** How often an error code occurs, in any casing. Events without a code are no use of `""`. */
export function codeUse(store: ColumnStore, code: string): CodeUse {
  const codes = numberValues(store.column('code'), store.rowCount);
  const timeOf = timeColumn(store);
  const wanted = code.toLowerCase();
  const isWanted = Uint8Array.from({ length: codes.size }, (_, entry) =>
    entry !== 0 && codes.text(entry).toLowerCase() === wanted ? 1 : 0,
  );
  let count = 0;
  let firstTimeMs = Infinity;
  let lastTimeMs = -Infinity;
  for (let row = 0; row < store.rowCount; row++) {
    if (isWanted[codes.entries[row]!] === 0) continue;
    count++;
    const timeMs = timeOf(row);
    if (timeMs === -Infinity) continue;
    if (timeMs < firstTimeMs) firstTimeMs = timeMs;
    if (timeMs > lastTimeMs) lastTimeMs = timeMs;
  }
  return firstTimeMs > lastTimeMs ? { count } : { count, firstTimeMs, lastTimeMs };
}
