import { ENTRA_ID } from '../../record/labels';
import type { QueryColumn } from '../queryNode';

/** What a field is called in the script, and how it is read from an event `$e`. */
export interface PowerShellField {
  readonly variable: string;
  readonly definition: string;
}

/** The first of some values that is there. Each is a statement of its own: a comma would make lists of lists. */
const first = (...values: readonly string[]): string =>
  `@(${values.join('; ')}) | Where-Object { $_ } | Select-Object -First 1`;

const stepDetail = (name: string): string => `$e.ProvisioningSteps.Details.AdditionalProperties.${name}`;

const system = (name: string): string => `${name} -replace '^Azure Active Directory$', '${ENTRA_ID}'`;

/** The properties of the Microsoft Graph PowerShell SDK by our field. */
export const powerShellFields: Partial<Record<QueryColumn['id'], PowerShellField>> = {
  time: {
    variable: '$time',
    definition: 'if ($e.ActivityDateTime) { $e.ActivityDateTime.ToUniversalTime() }',
  },
  status: { variable: '$status', definition: '$e.ProvisioningStatusInfo.Status' },
  action: { variable: '$action', definition: '$e.ProvisioningAction' },
  identity: {
    variable: '$identity',
    definition: first(
      '$e.SourceIdentity.DisplayName',
      '$e.SourceIdentity.Details.AdditionalProperties.UserPrincipalName',
      stepDetail('ReportableIdentifier'),
      stepDetail('userName'),
      stepDetail('userPrincipalName'),
      '$e.SourceIdentity.Id',
      '$e.TargetIdentity.Id',
    ),
  },
  code: { variable: '$code', definition: '$e.ProvisioningStatusInfo.ErrorInformation.ErrorCode' },
  reason: { variable: '$reason', definition: '$e.ProvisioningStatusInfo.ErrorInformation.Reason' },
  job: {
    variable: '$job',
    definition: first('$e.ServicePrincipal.DisplayName', '$e.TargetSystem.DisplayName', "($e.JobId -split '\\.')[0]"),
  },
  jobId: { variable: '$jobId', definition: '$e.JobId' },
  cycle: { variable: '$cycleId', definition: '$e.CycleId' },
  change: { variable: '$changeId', definition: '$e.ChangeId' },
  id: { variable: '$id', definition: '$e.Id' },
  source: { variable: '$source', definition: system('$e.SourceSystem.DisplayName') },
  target: { variable: '$target', definition: system('$e.TargetSystem.DisplayName') },
  sourceId: { variable: '$sourceId', definition: '$e.SourceIdentity.Id' },
  targetId: { variable: '$targetId', definition: '$e.TargetIdentity.Id' },
  reportable: { variable: '$reportable', definition: first(stepDetail('ReportableIdentifier')) },
  type: {
    variable: '$type',
    definition: first('$e.SourceIdentity.IdentityType', '$e.TargetIdentity.IdentityType'),
  },
  duration: { variable: '$duration', definition: '$e.DurationInMilliseconds' },
  attribute: { variable: '$attributes', definition: '@($e.ModifiedProperties.DisplayName) | Where-Object { $_ }' },
  skip: { variable: '$skip', definition: first(stepDetail('SkipReason')) },
  initiator: { variable: '$initiator', definition: '$e.InitiatedBy.DisplayName' },
};
