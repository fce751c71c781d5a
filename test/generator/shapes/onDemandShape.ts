import { elementsOf, membersOf, textOf, without, type GraphRecord, type NormalEvent, type Shape } from './shape';

const START = '2026-01-01T00:00:00.0000000Z';
const nobody = { id: '', displayName: '', type: '', details: [] };

function party(value: unknown): unknown {
  const { displayName, identityType, ...rest } = membersOf(value);
  return { ...rest, displayName, type: identityType };
}

function system(value: unknown): unknown {
  const { displayName, ...rest } = membersOf(value);
  return { ...rest, name: displayName };
}

function answerOf(record: GraphRecord): GraphRecord {
  const { status, errorInformation } = membersOf(record.provisioningStatusInfo);
  const { errorCode, reason } = membersOf(errorInformation);
  const value = JSON.stringify(valueOf(record));
  return {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.stringKeyStringValuePair',
    key: JSON.stringify({ result: status, details: { errorCode, errorMessage: reason } }),
    value,
  };
}

function valueOf(record: GraphRecord): GraphRecord {
  const { status, errorInformation } = membersOf(record.provisioningStatusInfo);
  return {
    action: record.provisioningAction,
    changeId: record.changeId,
    startTime: START,
    endTime: record.activityDateTime,
    modifiedProperties: record.modifiedProperties,
    provisioningSteps: elementsOf(record.provisioningSteps).map((step) => {
      const { provisioningStepType, ...rest } = membersOf(step);
      return { ...rest, type: provisioningStepType, timestamp: START };
    }),
    reportableIdentifier: null,
    statusInfo: { status, ...membersOf(errorInformation), ...(textOf(status) === '' && { status: null }) },
    sourceIdentity: party(record.sourceIdentity),
    sourceSystem: system(record.sourceSystem),
    targetIdentity: party(record.targetIdentity),
    targetSystem: system(record.targetSystem),
  };
}

/** What such an answer has no place for: who and what the event belongs to. It took the time between start and end. */
function kept(event: NormalEvent): NormalEvent {
  const span = Date.parse(event.time) - Date.parse(START);
  return {
    ...without(event, 'durationMs'),
    ...(span >= 0 && { durationMs: span }),
    id: '',
    jobId: '',
    cycleId: '',
    tenantId: '',
    time: event.time === '' ? START.replace('.0000000', '.000') : event.time,
    jobName: event.target.displayName.trim() === '' ? '' : event.target.displayName,
    steps: event.steps.map((step) => ({ ...step, time: START.replace('.0000000', '.000') })),
    servicePrincipal: { id: '', displayName: '', details: [] },
    initiatedBy: nobody,
  };
}

const canWrite = ({ changeId }: GraphRecord): boolean => textOf(changeId).trim() !== '';

/** The answer to provisionOnDemand. */
export const onDemandShapes: readonly Shape[] = [
  {
    id: 'provisionOnDemand',
    format: 'on-demand',
    write: (records) => [records.map((record) => JSON.stringify(answerOf(record), null, 4)).join('\n')],
    keeps: kept,
    canWrite,
  },
  {
    id: 'provisionOnDemand, several in a list',
    format: 'on-demand-list',
    write: (records) => [JSON.stringify(records.map(answerOf))],
    keeps: kept,
    canWrite,
  },
  {
    id: 'provisionOnDemand, the value alone',
    format: 'on-demand-value',
    write: (records) => [records.map((record) => JSON.stringify(valueOf(record), null, 4)).join('\n')],
    keeps: kept,
    canWrite,
  },
  {
    id: 'provisionOnDemand, values in a list',
    format: 'on-demand-value-list',
    write: (records) => [JSON.stringify(records.map(valueOf))],
    keeps: kept,
    canWrite,
  },
];
