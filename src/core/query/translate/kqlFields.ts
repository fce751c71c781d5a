import { ENTRA_ID } from '../../record/labels';
import type { QueryColumn } from '../queryNode';
import { kqlString } from './kqlText';

/** Where the table keeps a field. */
export interface KqlField {
  /** A column of the table, or the name that `definition` gets. */
  readonly name: string;
  /** What `extend` works out under that name; absent for a column of the table. */
  readonly definition?: string;
  /** What the table sees otherwise: a sentence. */
  readonly note?: string;
}

/** What definitions call, each a `let` of its own. */
export const functions: readonly { readonly name: string; readonly definition: string }[] = [
  // The name of a system, identity or service principal: the table has known two spellings, and bare names.
  {
    name: 'nameOf',
    definition:
      '(party: string) { coalesce(tostring(parse_json(party).Name), tostring(parse_json(party).displayName), iff(gettype(parse_json(party)) == "string", party, "")) }',
  },
  {
    name: 'idOf',
    definition: '(party: string) { coalesce(tostring(parse_json(party).Id), tostring(parse_json(party).id)) }',
  },
  // The inside of a JSON string, with its escapes taken away.
  { name: 'textOf', definition: String.raw`(json: string) { tostring(parse_json(strcat("\"", json, "\""))) }` },
];

/** A detail of the steps, which the table keeps as JSON in a text. The pattern has to be a literal. */
const stepDetail = (name: string): string =>
  `textOf(extract(${kqlString(String.raw`(?i)"${name}"\s*:\s*"((?:[^"\\]|\\.)+)"`)}, 1, ProvisioningSteps))`;

const entraId = (name: string): string => `iff(${name} =~ "Azure Active Directory", "${ENTRA_ID}", ${name})`;

/**
 * The columns of `AADProvisioningLogs` by our field:
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadprovisioninglogs
 */
export const kqlFields: Partial<Record<QueryColumn['id'], KqlField>> = {
  time: { name: 'TimeGenerated' },
  status: {
    name: 'EventStatus',
    definition:
      'tolower(coalesce(tostring(parse_json(ProvisioningStatusInfo).Status), tostring(parse_json(ProvisioningStatusInfo).status), ResultType))',
  },
  action: { name: 'EventAction', definition: 'tolower(coalesce(ProvisioningAction, column_ifexists("Action", "")))' },
  identity: {
    name: 'ObjectName',
    definition: `coalesce(${[
      'nameOf(SourceIdentity)',
      'tostring(parse_json(SourceIdentity).details.UserPrincipalName)',
      stepDetail('ReportableIdentifier'),
      stepDetail('userName'),
      stepDetail('userPrincipalName'),
      'idOf(SourceIdentity)',
      'idOf(TargetIdentity)',
    ].join(', ')})`,
  },
  code: {
    name: 'ErrorCode',
    definition: 'coalesce(tostring(parse_json(ProvisioningStatusInfo).errorInformation.errorCode), ResultSignature)',
  },
  reason: {
    name: 'Reason',
    definition: 'coalesce(tostring(parse_json(ProvisioningStatusInfo).errorInformation.reason), ResultDescription)',
  },
  job: {
    name: 'JobName',
    definition: 'coalesce(nameOf(ServicePrincipal), nameOf(TargetSystem), tostring(split(JobId, ".")[0]))',
  },
  jobId: { name: 'JobId' },
  cycle: { name: 'CycleId' },
  change: { name: 'ChangeId' },
  id: { name: 'Id' },
  source: {
    name: 'SourceName',
    definition: entraId('nameOf(SourceSystem)'),
    note: 'The table’s documentation now describes SourceSystem as the kind of agent that collected the event: where it holds that, no source system is found by its name.',
  },
  target: { name: 'TargetName', definition: entraId('nameOf(TargetSystem)') },
  sourceId: { name: 'SourceObjectId', definition: 'idOf(SourceIdentity)' },
  targetId: { name: 'TargetObjectId', definition: 'idOf(TargetIdentity)' },
  reportable: { name: 'ReportableId', definition: stepDetail('ReportableIdentifier') },
  type: {
    name: 'ObjectType',
    definition:
      'coalesce(tostring(parse_json(SourceIdentity).identityType), tostring(parse_json(TargetIdentity).identityType))',
  },
  duration: { name: 'DurationMs' },
  attribute: {
    name: 'ModifiedProperties',
    note: 'Attribute names are searched in the text of ModifiedProperties as the table keeps it.',
  },
  skip: { name: 'SkipReason', definition: stepDetail('SkipReason') },
  initiator: { name: 'InitiatorName', definition: 'nameOf(InitiatedBy)' },
};
