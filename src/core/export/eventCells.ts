import type { Identity, ProvisioningEvent } from '../model';
import { detailText } from '../record/readDetails';
import { skipReason } from '../record/readSteps';

/** One column of a table of events. */
export interface EventCell {
  readonly title: string;
  readonly of: (event: ProvisioningEvent) => string;
}

/** What a row of an event holds, in this order. Names of columns are those of Microsoft Graph where it has one. */
export const eventCells: readonly EventCell[] = [
  { title: 'activityDateTime', of: (event) => event.time },
  { title: 'status', of: (event) => event.status },
  { title: 'action', of: (event) => event.action },
  { title: 'identity', of: (event) => event.identity },
  { title: 'errorCode', of: (event) => event.errorCode ?? '' },
  { title: 'reason', of: (event) => event.error?.reason ?? '' },
  { title: 'skipReason', of: (event) => skipReason(event.steps) },
  { title: 'job', of: (event) => event.jobName },
  { title: 'sourceSystem', of: (event) => event.sourceSystem },
  { title: 'targetSystem', of: (event) => event.targetSystem },
  { title: 'sourceIdentityId', of: (event) => event.sourceIdentity.id },
  { title: 'sourceIdentityDisplayName', of: (event) => event.sourceIdentity.displayName },
  { title: 'sourceIdentityUserPrincipalName', of: (event) => principalName(event.sourceIdentity) },
  { title: 'sourceIdentityType', of: (event) => event.sourceIdentity.type },
  { title: 'targetIdentityId', of: (event) => event.targetIdentity.id },
  { title: 'targetIdentityDisplayName', of: (event) => event.targetIdentity.displayName },
  { title: 'targetIdentityType', of: (event) => event.targetIdentity.type },
  { title: 'modifiedAttributes', of: (event) => event.modifiedProperties.map(({ name }) => name).join(', ') },
  { title: 'steps', of: (event) => event.steps.map(({ name, status }) => `${name}: ${status}`).join(', ') },
  { title: 'lastStep', of: (event) => event.steps.at(-1)?.description ?? '' },
  { title: 'durationInMilliseconds', of: (event) => (event.durationMs === undefined ? '' : String(event.durationMs)) },
  { title: 'initiatedBy', of: (event) => event.initiatedBy.displayName || event.initiatedBy.id },
  { title: 'id', of: (event) => event.id },
  { title: 'changeId', of: (event) => event.changeId },
  { title: 'cycleId', of: (event) => event.cycleId },
  { title: 'jobId', of: (event) => event.jobId },
  { title: 'tenantId', of: (event) => event.tenantId },
];

function principalName({ details }: Identity): string {
  return detailText(details, 'userprincipalname');
}
