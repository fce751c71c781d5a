import type { EventSummary } from '../model';
import { csvRow } from './csvCell';

/** What product support looks an event up by, as a table: times in UTC and IDs, and nothing that names a person. */
export const idTableHead = csvRow([
  'activityDateTime (UTC)',
  'status',
  'action',
  'errorCode',
  'changeId',
  'cycleId',
  'jobId',
  'id',
  'changeId in the redacted file',
]);

/** One row of it. */
export function idTableRow(event: EventSummary, redactedChangeId: string): string {
  const { time, status, action, errorCode = '', changeId, cycleId, jobId, id } = event;
  return csvRow([time, status, action, errorCode, changeId, cycleId, jobId, id, redactedChangeId]);
}
