import type { Detail, ProvisioningEvent } from '../model';
import { byteOrderMark, csvRow } from './csvCell';
import { type EventCell, eventCells } from './eventCells';
import type { RecordExport } from './exportFormat';

/** Columns of the first file: everything but what the other two hold. */
const logCells: readonly EventCell[] = eventCells.filter(
  ({ title }) => !['modifiedAttributes', 'steps', 'lastStep', 'skipReason', 'identity'].includes(title),
);

const stepTitles = ['id', 'changeId', 'name', 'provisioningStepType', 'status', 'description', 'details'];
const propertyTitles = ['id', 'changeId', 'displayName', 'oldValue', 'newValue'];

/** The three files of the admin center's CSV download, joined by event and change ID. */
export const csvTripleExport: RecordExport = {
  kind: 'records',
  id: 'csvTriple',
  title: 'CSV, three files as the admin center has them',
  detail: 'Events, steps and modified properties, joined by their IDs. Opens as a provisioning log again.',
  extension: 'csv',
  files: ['', '_ProvisioningSteps', '_ModifiedProperties'],
  begin: () => ({
    head: () =>
      [logCells.map(({ title }) => title), stepTitles, propertyTitles].map((row) => [byteOrderMark, csvRow(row)]),
    event: (event) => {
      const read = event();
      return [[csvRow(logCells.map(({ of }) => of(read)))], [stepRows(read)], [propertyRows(read)]];
    },
    tail: () => [[], [], []],
  }),
};

function stepRows({ id, changeId, steps }: ProvisioningEvent): string {
  return steps
    .map(({ name, type, status, description, details }) =>
      csvRow([id, changeId, name, type, status, description, detailsJson(details)]),
    )
    .join('');
}

function propertyRows({ id, changeId, modifiedProperties }: ProvisioningEvent): string {
  return modifiedProperties
    .map(({ name, oldValue, newValue, recovered }) =>
      csvRow([id, changeId, name, (recovered ? null : oldValue) ?? '', newValue ?? '']),
    )
    .join('');
}

function detailsJson(details: readonly Detail[]): string {
  return JSON.stringify(Object.fromEntries(details.map(({ name, value }) => [name, value])));
}
