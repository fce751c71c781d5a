import { byCycle, byJob } from '../groupings/groupings';
import type { FieldStore } from '../index/columnStore';
import { enumColumn } from '../index/enumColumn';
import { timeColumn } from '../index/timeColumn';
import { type Action, actions, type Status, statuses } from '../model';
import { objectNumbers } from '../index/objectNumbers';
import type { FoundRows } from './foundRows';

/** What happened in one job or in one cycle. */
export interface MatrixGroup {
  /** Job ID or cycle ID; `""` where the log gives none. Log text. */
  readonly key: string;
  /** The job's name. Log text. */
  readonly job: string;
  readonly events: number;
  /** How many different people and groups the events are about. */
  readonly objects: number;
  /** Absent when no event has a time. */
  readonly firstTimeMs?: number;
  readonly lastTimeMs?: number;
  /** Events by action and status; what does not occur is left out. */
  readonly counts: Readonly<Partial<Record<Action, Readonly<Partial<Record<Status, number>>>>>>;
}

/** Groups of events, in the order in which they first appear. */
export interface Matrix {
  /** At most as many as were asked for, those with the most events. */
  readonly groups: readonly MatrixGroup[];
  /** How many groups there are. */
  readonly total: number;
}

/** Counts actions by status, for each job or each cycle. */
export function matrix(store: FieldStore, found: FoundRows, by: 'job' | 'cycle', limit: number): Matrix {
  const { groupOf, keys } = (by === 'job' ? byJob : byCycle).groupsOf(store);
  const jobs = byJob.groupsOf(store);
  const status = enumColumn(store, 'status', statuses);
  const action = enumColumn(store, 'action', actions);
  const timeOf = timeColumn(store);
  const cells = actions.length * statuses.length;
  const counts = new Uint32Array(keys.length * cells);
  const events = new Uint32Array(keys.length);
  const first = new Float64Array(keys.length).fill(Infinity);
  const last = new Float64Array(keys.length).fill(-Infinity);
  const jobOf = new Uint32Array(keys.length);
  found.each((row) => {
    const group = groupOf[row]!;
    const word = action.wordOf[action.entries[row]!]! * statuses.length + status.wordOf[status.entries[row]!]!;
    counts[group * cells + word]!++;
    if (events[group]!++ === 0) jobOf[group] = jobs.groupOf[row]!;
    const time = timeOf(row);
    if (time === -Infinity) return;
    if (time < first[group]!) first[group] = time;
    if (time > last[group]!) last[group] = time;
  });
  const objects = countObjects(store, found, groupOf, keys.length);
  const present = [...keys.keys()].filter((group) => events[group]! > 0);
  const largest = [...present].sort((a, b) => events[b]! - events[a]! || a - b).slice(0, limit);
  return {
    total: present.length,
    groups: largest
      .sort((a, b) => a - b)
      .map((group) => ({
        key: keys[group]!,
        job: jobs.names[jobOf[group]!]!,
        events: events[group]!,
        objects: objects[group]!,
        ...(first[group]! <= last[group]! && { firstTimeMs: first[group]!, lastTimeMs: last[group]! }),
        counts: namedCounts(counts.subarray(group * cells, (group + 1) * cells)),
      })),
  };
}

/** How many different objects the events of each group are about; events that name none are about none. */
export function countObjects(
  store: FieldStore,
  found: FoundRows,
  groupOf: ArrayLike<number>,
  groupCount: number,
): Uint32Array {
  const objects = objectNumbers(store);
  const seen = new Set<number>();
  const counts = new Uint32Array(groupCount);
  found.each((row) => {
    const object = objects.entries[row]!;
    if (object === 0) return;
    const pair = groupOf[row]! * objects.size + object;
    if (seen.has(pair)) return;
    seen.add(pair);
    counts[groupOf[row]!]!++;
  });
  return counts;
}

function namedCounts(counts: Uint32Array): MatrixGroup['counts'] {
  const named: Partial<Record<Action, Partial<Record<Status, number>>>> = {};
  for (const [place, count] of counts.entries()) {
    if (count === 0) continue;
    const action = actions[Math.floor(place / statuses.length)]!;
    (named[action] ??= {})[statuses[place % statuses.length]!] = count;
  }
  return named;
}
