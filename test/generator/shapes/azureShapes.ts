import { normaliseStatus, normaliseStepType } from '../../../src/core/record/normalise';
import { statuses, stepTypes } from '../../../src/core/model';
import { elementsOf, membersOf, renamed, textOf, type GraphRecord, type Shape } from './shape';

const partyNames: Readonly<Record<string, string>> = { id: 'Id', displayName: 'Name', initiatorType: 'Type' };

/** Systems and identities with the capitals that diagnostic settings give them. */
function party(value: unknown): unknown {
  return renamed(value, (key) => partyNames[key] ?? key);
}

/** What stands in `properties`: mixed casing, integers for the types and results of steps. */
export function diagnosticsOf(record: GraphRecord): GraphRecord {
  const { provisioningStatusInfo, provisioningSteps, provisioningAction, ...rest } = record;
  const changed: Record<string, unknown> = { ...rest, '': '' };
  for (const name of [
    'servicePrincipal',
    'sourceSystem',
    'targetSystem',
    'sourceIdentity',
    'targetIdentity',
    'initiatedBy',
  ]) {
    if (name in record) changed[name] = party(record[name]);
  }
  if (provisioningAction !== undefined) changed.action = provisioningAction;
  if (provisioningStatusInfo !== undefined) {
    changed.provisioningStatusInfo = renamed(provisioningStatusInfo, (key) => (key === 'status' ? 'Status' : key));
    const status = normaliseStatus(textOf(membersOf(provisioningStatusInfo).status));
    changed.statusInfo = { Status: statuses.indexOf(status) };
  }
  if (provisioningSteps !== undefined) changed.provisioningSteps = elementsOf(provisioningSteps).map(diagnosticsStep);
  return changed;
}

function diagnosticsStep(step: unknown): unknown {
  const { provisioningStepType, status, ...rest } = membersOf(step);
  return {
    ...rest,
    provisioningStepType: stepTypes.indexOf(normaliseStepType(textOf(provisioningStepType))),
    status: statuses.indexOf(normaliseStatus(textOf(status))),
  };
}

/** An event in the envelope of Azure Monitor, which says some things again and keeps the time and the duration. */
function envelopeOf(record: GraphRecord): GraphRecord {
  const { activityDateTime, durationInMilliseconds, ...rest } = record;
  return {
    time: textOf(activityDateTime).replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z$/, '$1.0000000Z'),
    resourceId: '/tenants/0d1e2f30-4152-4637-8495-a6b7c8d9eafb/providers/Microsoft.aadiam',
    operationName: 'Provisioning activity',
    operationVersion: '1.0',
    category: 'ProvisioningLogs',
    resultType: 'None',
    durationMs: textOf(durationInMilliseconds),
    ...('changeId' in record && { correlationId: record.changeId }),
    identity: record.id,
    Level: 4,
    properties: diagnosticsOf(rest),
  };
}

/** As pipelines write it that know no nested objects. */
function textEnvelopeOf(record: GraphRecord): GraphRecord {
  const { properties, ...rest } = envelopeOf(record);
  return { ...rest, properties: JSON.stringify(properties) };
}

const json = (record: GraphRecord): string => JSON.stringify(envelopeOf(record));

/** The shapes of diagnostic settings. */
export const azureShapes: readonly Shape[] = [
  {
    id: 'storage blob',
    format: 'azure-monitor-lines',
    write: (records) => [records.map((each) => `${json(each)}\r\n`).join('')],
  },
  {
    id: 'hours of storage blobs, concatenated',
    format: 'azure-monitor-lines',
    write: (records) => [`\uFEFF${records.map(json).join('\r\n\r\n')}\n`],
  },
  {
    id: 'Event Hub message',
    format: 'azure-monitor-messages',
    write: (records) => [JSON.stringify({ records: records.map(envelopeOf) })],
  },
  {
    id: 'Event Hub messages, one a line',
    format: 'azure-monitor-messages',
    write: (records) => [records.map((each) => JSON.stringify({ records: [envelopeOf(each)] })).join('\n')],
  },
  {
    id: 'list of Event Hub messages',
    format: 'azure-monitor-message-list',
    write: (records) => [
      JSON.stringify(
        records.map((each) => ({ records: [envelopeOf(each)] })),
        null,
        1,
      ),
    ],
  },
  {
    id: 'list of envelopes',
    format: 'azure-monitor-list',
    write: (records) => [JSON.stringify(records.map(envelopeOf))],
  },
  {
    id: 'storage blob, properties as text',
    format: 'azure-monitor-text-lines',
    write: (records) => [records.map((each) => `${JSON.stringify(textEnvelopeOf(each))}\r\n`).join('')],
  },
  {
    id: 'Event Hub message, properties as text',
    format: 'azure-monitor-text-messages',
    write: (records) => [JSON.stringify({ records: records.map(textEnvelopeOf) })],
  },
  {
    id: 'list of Event Hub messages, properties as text',
    format: 'azure-monitor-text-message-list',
    write: (records) => [JSON.stringify(records.map((each) => ({ records: [textEnvelopeOf(each)] })))],
  },
  {
    id: 'list of envelopes, properties as text',
    format: 'azure-monitor-text-list',
    write: (records) => [JSON.stringify(records.map(textEnvelopeOf), null, 2)],
  },
];
