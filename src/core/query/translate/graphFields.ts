import type { QueryColumn } from '../queryNode';

/** What Microsoft Graph can filter by. */
export interface GraphField {
  readonly path: string;
  /** The documentation names the filter for the beta endpoint only. */
  readonly isBeta?: boolean;
  /** `contains` is documented for the small letters of the property only, and so knows no difference in case. */
  readonly isSmallInside?: boolean;
  /** What Graph sees otherwise: a sentence. */
  readonly note?: string;
}

/**
 * The properties of `provisioningObjectSummary` that `$filter` takes, by our field:
 * https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary and the pages it links to. Of a service
 * principal these pages call the name `name`; answers call it `displayName`, and so does the one request that is
 * documented: https://learn.microsoft.com/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure-graph
 */
export const graphFields: Partial<Record<QueryColumn['id'], GraphField>> = {
  time: { path: 'activityDateTime' },
  status: { path: 'provisioningStatusInfo/status', isBeta: true },
  action: { path: 'provisioningAction' },
  identity: {
    path: 'sourceIdentity/displayName',
    note: 'Of an object’s names Microsoft Graph looks at the display name in the source only.',
  },
  job: {
    path: 'servicePrincipal/displayName',
    isSmallInside: true,
    note: 'Jobs are told apart by their application only; a job without one is not found by its target system.',
  },
  jobId: { path: 'jobId' },
  cycle: { path: 'cycleId' },
  change: { path: 'changeId' },
  id: { path: 'id' },
  source: { path: 'sourceSystem/displayName' },
  target: { path: 'targetSystem/displayName' },
  sourceId: { path: 'sourceIdentity/id' },
  targetId: { path: 'targetIdentity/id' },
  type: { path: 'sourceIdentity/identityType', note: 'Object types are those of the source only.' },
  duration: { path: 'durationInMilliseconds', isBeta: true },
  initiator: { path: 'initiatedBy/displayName' },
};
