import type { FieldId } from '../columns/derivedColumns';

/** One way to narrow a log down: a list of values with counts. */
export interface Facet {
  readonly field: FieldId;
  /** As the heading of the list. */
  readonly title: string;
  /** Whether the list stands in the order of the column's words; by count, most frequent first, without it. */
  readonly isInOrder?: boolean;
}

/** Every facet, in the order in which the panel shows them. */
export const facets: readonly Facet[] = [
  { field: 'status', title: 'Status', isInOrder: true },
  { field: 'action', title: 'Action', isInOrder: true },
  { field: 'outcome', title: 'Outcome', isInOrder: true },
  { field: 'turn', title: 'Whose turn', isInOrder: true },
  { field: 'job', title: 'Application' },
  { field: 'jobId', title: 'Job ID' },
  { field: 'cycle', title: 'Cycle' },
  { field: 'code', title: 'Error code' },
  { field: 'skip', title: 'Skip reason' },
  { field: 'type', title: 'Object type' },
  { field: 'source', title: 'Source system' },
  { field: 'target', title: 'Target system' },
  { field: 'attribute', title: 'Attribute' },
  { field: 'initiator', title: 'Initiated by' },
];
