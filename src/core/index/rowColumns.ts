import type { ColumnId } from '../columns/columns';
import type { EventField } from '../formats/eventFields';
import { fieldNumber } from './recordValues';
import type { PlacedColumn, PlacedId } from './textPlaces';

/** A column of dictionary entries, and the fields of which it holds the first that a record has. */
export interface RowColumn {
  readonly id: PlacedColumn | Extract<ColumnId, 'action' | 'code' | 'job' | 'source' | 'target' | 'attribute'>;
  readonly fields: readonly number[];
}

/** The columns whose texts come again and again. The one whose field has many values is the last. */
export const repeatingColumns: readonly RowColumn[] = [
  column('action', 'action'),
  column('code', 'errorCode'),
  column('reason', 'reason'),
  column('jobId', 'jobId'),
  column('cycle', 'cycleId'),
  column('skip', 'skipReason'),
  column('initiator', 'initiator'),
  column('type', 'sourceType', 'targetType'),
  // Of the job's ID only what stands before its first dot; see `jobName`.
  column('job', 'servicePrincipal', 'targetSystem', 'jobId'),
  column('source', 'sourceSystem'),
  column('target', 'targetSystem'),
  column('attribute', 'attribute'),
];

/** The columns whose texts are mostly new: knowing those of other rows does not pay. */
export const variedColumns: readonly RowColumn[] = [
  // The best name of the object an event is about comes first; see `identityLabel`.
  column(
    'identity',
    'sourceName',
    'sourceUserPrincipalName',
    'reportableIdentifier',
    'stepUserName',
    'stepUserPrincipalName',
    'sourceId',
    'targetId',
  ),
  column('reportable', 'reportableIdentifier'),
];

/** The columns of identifiers, and the field of each. */
export const rowIds: readonly { readonly id: PlacedId; readonly field: number }[] = [
  { id: 'id', field: fieldNumber.id },
  { id: 'change', field: fieldNumber.changeId },
  { id: 'sourceId', field: fieldNumber.sourceId },
  { id: 'targetId', field: fieldNumber.targetId },
];

function column(id: RowColumn['id'], ...fields: readonly EventField[]): RowColumn {
  return { id, fields: fields.map((field) => fieldNumber[field]) };
}
