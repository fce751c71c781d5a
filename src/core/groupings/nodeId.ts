import { type TimeBucket, timeUnits } from './timeBuckets';

/**
 * Node ids are paths of numbers, never of log text: `job.3/f/day.20455/c77/e78/s2` is a group, its failures only, a
 * bucket of time, the change of row 77, the event of row 78, its third step. `…/+1000` stands for the rest of a list.
 */
export interface NodePath {
  readonly group: number;
  readonly isFailures: boolean;
  /** The narrowest bucket; absent above the buckets. */
  readonly bucket?: TimeBucket;
  /** The change's first row. */
  readonly changeRow?: number;
  readonly eventRow?: number;
}

/** Stands for the log itself, which has no node, where ids need a beginning. */
export const LOG_ID = 'log';
/** The node that lists what could not be read. */
export const PROBLEMS_ID = 'problems';

const pattern = /^([a-z]+)\.(\d+)(\/f)?((?:\/[a-z]+\.-?\d+)*)(?:\/c(\d+))?(?:\/e(\d+))?$/;

/** Cuts `…/+1000` off an id: what is left is the list's own id, and the number says how many children are left out. */
export function cutOffset(id: string): { listId: string; offset: number } {
  const found = /\/\+(\d+)$/.exec(id);
  return found ? { listId: id.slice(0, found.index), offset: Number(found[1]) } : { listId: id, offset: 0 };
}

/** The id of the node that stands for the rest of a list. */
export function moreId(listId: string, offset: number): string {
  return `${listId}/+${offset}`;
}

/** What an id without offset says; undefined for one that no group or node below a group has. */
export function parseNodeId(id: string, groupingId: string): NodePath | undefined {
  const found = pattern.exec(id);
  if (found?.[1] !== groupingId) return undefined;
  const [, , group, failures, buckets = '', change, event] = found;
  const last = /([a-z]+)\.(-?\d+)$/.exec(buckets);
  const unit = timeUnits.find((known) => known.id === last?.[1]);
  if (last && !unit) return undefined;
  return {
    group: Number(group),
    isFailures: failures !== undefined,
    ...(last && unit && { bucket: { unit, number: Number(last[2]) } }),
    ...(change !== undefined && { changeRow: Number(change) }),
    ...(event !== undefined && { eventRow: Number(event) }),
  };
}

/** The id of a group. */
export function groupId(groupingId: string, group: number): string {
  return `${groupingId}.${group}`;
}

/** The id of a group's bucket of failures. */
export function failuresId(group: string): string {
  return `${group}/f`;
}

/** The id of a bucket in a group or in a larger bucket. */
export function bucketId(parent: string, bucket: TimeBucket): string {
  return `${parent}/${bucket.unit.id}.${bucket.number}`;
}

/** The id of a change, by its first row. */
export function changeId(parent: string, firstRow: number): string {
  return `${parent}/c${firstRow}`;
}

/** The id of one of a change's records. */
export function eventId(change: string, row: number): string {
  return `${change}/e${row}`;
}

/** The id of a step, counted from 0. */
export function stepId(parent: string, index: number): string {
  return `${parent}/s${index}`;
}
