import type { FieldId } from '../../core/columns/derivedColumns';
import { allFields } from '../../core/query/fields';

const WIDTH = 160;
/** Narrower columns could not be taken hold of any more. */
export const MIN_WIDTH = 48;

const widths: Readonly<Partial<Record<FieldId, number>>> = {
  time: 172,
  status: 92,
  action: 112,
  identity: 190,
  code: 230,
  job: 190,
  reason: 420,
  duration: 96,
  type: 100,
  change: 270,
  jobId: 270,
  cycle: 270,
  id: 270,
  sourceId: 270,
  targetId: 270,
};

/** How wide a column is before anybody changes it, in CSS pixels. */
export function widthOf(field: FieldId, changed: Readonly<Partial<Record<FieldId, number>>>): number {
  return Math.max(MIN_WIDTH, changed[field] ?? widths[field] ?? WIDTH);
}

/** A column's name for people. */
export function titleOf(field: FieldId): string {
  return allFields.find(({ id }) => id === field)?.title ?? field;
}

/** The same columns, with one of them moved by so many places, as far as there are places. */
export function moved(columns: readonly FieldId[], field: FieldId, by: number): readonly FieldId[] {
  const from = columns.indexOf(field);
  if (from < 0) return columns;
  const others = columns.filter((other) => other !== field);
  const to = Math.max(0, Math.min(others.length, from + by));
  return [...others.slice(0, to), field, ...others.slice(to)];
}
