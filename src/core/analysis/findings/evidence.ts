import type { FieldId } from '../../columns/derivedColumns';
import { allFields } from '../../query/fields';
import { writeValue } from '../../query/writeValue';
import type { FindingContext } from './findingContext';

/** So many objects are named in a query, which must stay readable: our choice. The finding counts all. */
export const MAX_OBJECTS_IN_QUERY = 50;

/** A condition that finds exactly a value of a field. */
export function is(field: FieldId, value: string): string {
  return `${field}:${writeValue(
    allFields.find(({ id }) => id === field)!,
    value,
  )}`;
}

/** A condition that finds the events of one job. */
export function inJob(context: FindingContext, group: number): string {
  const row = context.jobs.groupOf.indexOf(group);
  const jobId = context.text('jobId')(row);
  return jobId === '' ? is('job', context.text('job')(row)) : is('jobId', jobId);
}

/** A condition for a stretch of time, both ends included. */
export function during(firstMs: number, lastMs: number): string {
  return `time:[${new Date(firstMs).toISOString()} TO ${new Date(lastMs).toISOString()}]`;
}

/**
 * A condition that finds the events of some objects, each given by one of its rows: by ID in the source, else in the
 * target, else by name. At most {@link MAX_OBJECTS_IN_QUERY} of them.
 */
export function aboutObjects(context: FindingContext, rows: readonly number[]): string {
  const values = new Map<FieldId, string[]>();
  const fields = (['sourceId', 'targetId', 'identity'] as const).map((id) => ({ id, textOf: context.text(id) }));
  for (const row of rows.slice(0, MAX_OBJECTS_IN_QUERY)) {
    const field = fields.find(({ textOf }) => textOf(row) !== '');
    if (!field) continue;
    values.set(field.id, [...(values.get(field.id) ?? []), field.textOf(row)]);
  }
  const clauses = [...values].map(([field, texts]) => {
    const column = allFields.find(({ id }) => id === field)!;
    const written = texts.map((text) => writeValue(column, text));
    return `${field}:${written.length === 1 ? written[0]! : `(${written.join(' OR ')})`}`;
  });
  return clauses.length > 1 ? `(${clauses.join(' OR ')})` : (clauses[0] ?? '');
}

/** Says when a query names fewer objects than there are. */
export function leftOut(count: number): string {
  return count > MAX_OBJECTS_IN_QUERY ? ` The filter names ${MAX_OBJECTS_IN_QUERY} of them.` : '';
}
