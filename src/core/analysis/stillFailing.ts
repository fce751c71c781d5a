import { byJob } from '../groupings/groupings';
import type { FieldStore } from '../index/columnStore';
import { numberPairs, objectNumbers } from '../index/objectNumbers';
import { statusColumn } from '../index/statusColumn';
import { textColumn } from '../index/textColumn';
import { timeColumn } from '../index/timeColumn';
import { laterRow } from './derive/laterRow';
import type { FoundRows } from './foundRows';

/** A person or group whose last event in a job failed. */
export interface FailingObject {
  /** The last event that failed. */
  readonly row: number;
  /** Log text. */
  readonly identity: string;
  /** Log text. */
  readonly job: string;
  /** Of the last failure, as spelled; `""` when it has none. */
  readonly code: string;
  /** Failures among the events that the query found. */
  readonly failures: number;
  /** Absent when no event has a time. */
  readonly firstTimeMs?: number;
  readonly lastTimeMs?: number;
}

/** Who is still failing. */
export interface StillFailing {
  /** People and groups; one that fails in two jobs counts twice. */
  readonly total: number;
  /** How many of them never succeeded in the log. */
  readonly neverSucceeded: number;
  /** At most as many as were asked for, the most failures first. */
  readonly objects: readonly FailingObject[];
}

/** Lists people and groups that failed in what was found and, on all events of the log, did not succeed since. */
export function stillFailing(store: FieldStore, found: FoundRows, limit: number): StillFailing {
  const outcome = store.column('outcome');
  if (outcome.kind !== 'dictionary') return { total: 0, neverSucceeded: 0, objects: [] };
  const isOpen = Uint8Array.from({ length: outcome.size }, (_, entry) => {
    const words = outcome.text(entry).split('\n');
    return words.includes('neverSucceeded') ? 2 : words.includes('stillFailing') ? 1 : 0;
  });
  const jobs = byJob.groupsOf(store);
  const { numbers } = numberPairs(jobs.groupOf, objectNumbers(store).entries, store.rowCount);
  const statusOf = statusColumn(store);
  const timeOf = timeColumn(store);
  const isLater = laterRow(store);
  const open = new Map<number, { row: number; failures: number; first: number; last: number }>();
  let neverSucceeded = 0;
  found.each((row) => {
    const state = isOpen[outcome.entries[row]!]!;
    if (state === 0 || statusOf(row) !== 'failure') return;
    const time = timeOf(row);
    const known = open.get(numbers[row]!);
    if (known === undefined) {
      if (state === 2) neverSucceeded++;
      open.set(numbers[row]!, { row, failures: 1, first: time, last: time });
      return;
    }
    known.failures++;
    known.first = known.first === -Infinity ? time : Math.min(known.first, time === -Infinity ? known.first : time);
    known.last = Math.max(known.last, time);
    if (isLater(row, known.row)) known.row = row;
  });
  const identityOf = textColumn(store, 'identity');
  const codeOf = textColumn(store, 'code');
  const objects = [...open.values()].sort((a, b) => b.failures - a.failures || a.row - b.row).slice(0, limit);
  return {
    total: open.size,
    neverSucceeded,
    objects: objects.map(({ row, failures, first, last }) => ({
      row,
      identity: identityOf(row),
      job: jobs.names[jobs.groupOf[row]!]!,
      code: codeOf(row),
      failures,
      ...(first !== -Infinity && { firstTimeMs: first, lastTimeMs: last }),
    })),
  };
}
