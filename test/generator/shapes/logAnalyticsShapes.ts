import { diagnosticsOf } from './azureShapes';
import { textOf, type GraphRecord, type Shape } from './shape';

const nested = [
  'initiatedBy',
  'modifiedProperties',
  'provisioningSteps',
  'provisioningStatusInfo',
  'servicePrincipal',
  'sourceIdentity',
  'sourceSystem',
  'statusInfo',
  'targetIdentity',
  'targetSystem',
];

/** A row of the table AADProvisioningLogs, with its columns in the order of an export. */
export function rowOf(record: GraphRecord, inner: (record: GraphRecord) => GraphRecord = diagnosticsOf): GraphRecord {
  const properties = inner(record);
  const text = (name: string): string => (properties[name] === undefined ? '' : JSON.stringify(properties[name]));
  const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
  return {
    TenantId: 'e1a2b3c4-0000-4000-8000-000000000000',
    AADTenantId: textOf(record.tenantId),
    TimeGenerated: textOf(record.activityDateTime),
    OperationName: 'Provisioning activity',
    Category: 'ProvisioningLogs',
    ResultType: '',
    ResultSignature: '',
    ResultDescription: '',
    DurationMs: record.durationInMilliseconds ?? null,
    CorrelationId: textOf(record.changeId),
    Action: textOf(record.provisioningAction),
    ChangeId: textOf(record.changeId),
    CycleId: textOf(record.cycleId),
    Id: textOf(record.id),
    JobId: textOf(record.jobId),
    ...Object.fromEntries(nested.map((name) => [capital(name), text(name)])),
    Type: 'AADProvisioningLogs',
  };
}

function tableOf(records: readonly GraphRecord[]): GraphRecord {
  const rows = records.map((record) => rowOf(record));
  const names = Object.keys(rowOf({}));
  return {
    tables: [
      {
        name: 'PrimaryResult',
        columns: names.map((name) => ({ name, type: name === 'DurationMs' ? 'long' : 'string' })),
        rows: rows.map((row) => names.map((name) => row[name])),
      },
    ],
  };
}

/** The shapes of Log Analytics, except for CSV. */
export const logAnalyticsShapes: readonly Shape[] = [
  {
    id: 'Log Analytics rows',
    format: 'log-analytics-rows',
    write: (records) => [
      JSON.stringify(
        records.map((record) => rowOf(record)),
        null,
        2,
      ),
    ],
  },
  {
    id: 'Log Analytics rows with the casing of Graph inside',
    format: 'log-analytics-rows',
    write: (records) => [JSON.stringify(records.map((record) => rowOf(record, (each) => each)))],
  },
  {
    id: 'Log Analytics rows, one a line',
    format: 'log-analytics-lines',
    write: (records) => [records.map((record) => `${JSON.stringify(rowOf(record))}\n`).join('')],
  },
  {
    id: 'Log Analytics query result',
    format: 'log-analytics-tables',
    write: (records) => [JSON.stringify(tableOf(records))],
  },
];
