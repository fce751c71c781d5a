import type { FieldId } from '../../columns/derivedColumns';
import { allFields } from '../../query/fields';
import { writeValue } from '../../query/writeValue';
import type { ObjectIds } from './objectIds';

/** The query that finds the events of an object. */
export function aboutIds({ ids, reportables, names }: ObjectIds): string {
  const clauses = [
    clause('sourceId', ids),
    clause('targetId', ids),
    clause('reportable', reportables),
    clause('identity', names),
  ].filter((text) => text !== '');
  return clauses.join(' OR ');
}

function clause(field: FieldId, values: readonly string[]): string {
  const column = allFields.find(({ id }) => id === field)!;
  const written = values.map((value) => writeValue(column, value));
  if (written.length === 0) return '';
  return `${field}:${written.length === 1 ? written[0]! : `(${written.join(' OR ')})`}`;
}
