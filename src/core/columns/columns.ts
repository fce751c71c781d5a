import { actions, statuses } from '../model';
import type { Column } from './column';

/** Every column of the index, in the order in which tables and lists show them. */
export const columns = [
  { id: 'time', title: 'Time (UTC)', type: 'time', aliases: ['date'] },
  { id: 'status', title: 'Status', type: 'enum', values: statuses },
  { id: 'action', title: 'Action', type: 'enum', values: actions },
  { id: 'identity', title: 'Identity', type: 'text', isSearched: true, aliases: ['name', 'user'] },
  { id: 'code', title: 'Error code', type: 'id', isSearched: true, aliases: ['errorCode'] },
  { id: 'reason', title: 'Reason', type: 'text', isSearched: true },
  { id: 'job', title: 'Job', type: 'text', aliases: ['app'] },
  { id: 'jobId', title: 'Job ID', type: 'id' },
  { id: 'cycle', title: 'Cycle ID', type: 'id', aliases: ['cycleId'] },
  { id: 'change', title: 'Change ID', type: 'id', aliases: ['changeId'] },
  { id: 'id', title: 'Event ID', type: 'id' },
  { id: 'source', title: 'Source system', type: 'text', aliases: ['sourceSystem'] },
  { id: 'target', title: 'Target system', type: 'text', aliases: ['targetSystem'] },
  { id: 'sourceId', title: 'Source ID', type: 'id' },
  { id: 'targetId', title: 'Target ID', type: 'id' },
  {
    id: 'reportable',
    title: 'Reportable identifier',
    type: 'text',
    isSearched: true,
    aliases: ['reportableIdentifier', 'upn'],
  },
  { id: 'type', title: 'Object type', type: 'id', aliases: ['objectType'] },
  { id: 'duration', title: 'Duration (ms)', type: 'number', aliases: ['durationMs'] },
  { id: 'attribute', title: 'Modified attributes', type: 'list', isSearched: true },
  { id: 'skip', title: 'Skip reason', type: 'id', aliases: ['skipReason'] },
  { id: 'initiator', title: 'Initiated by', type: 'text', aliases: ['initiatedBy'] },
] as const satisfies readonly Column[];

/** The id of one of {@link columns}. */
export type ColumnId = (typeof columns)[number]['id'];
