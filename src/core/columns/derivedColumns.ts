import type { Column } from './column';
import type { ColumnId } from './columns';

/** What can be worked out for every event from the columns and the catalogue: fields of the query that no index keeps. */
export const derivedColumns = [
  {
    id: 'turn',
    title: 'Whose turn',
    type: 'enum',
    aliases: ['whoseTurn'],
    values: ['wait', 'sourceData', 'configuration', 'targetOwner', 'microsoftSupport', 'unknown'],
  },
  {
    id: 'outcome',
    title: 'Outcome of the object',
    type: 'list',
    values: ['stillFailing', 'neverSucceeded', 'healed', 'alwaysSucceeded', 'undecided'],
  },
  { id: 'cluster', title: 'Cluster of reasons', type: 'text' },
] as const satisfies readonly Column[];

/** The id of one of {@link derivedColumns}. */
export type DerivedId = (typeof derivedColumns)[number]['id'];

/** Everything that a query can ask for by name. */
export type FieldId = ColumnId | DerivedId;
