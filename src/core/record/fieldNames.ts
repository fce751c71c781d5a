/**
 * The names a record's fields have in the shapes that are known, in lower case, best first. Readers compare in lower
 * case: one field is spelled `changeId` by Graph, `ChangeId` by PowerShell and Log Analytics. When one name stands
 * twice in an object, the last one counts, as with `JSON.parse`.
 * Sources: https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary (and the beta's),
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadprovisioninglogs
 */
export const recordFields = {
  id: ['id'],
  // An answer to provisionOnDemand has a start and an end.
  time: ['activitydatetime', 'timegenerated', 'time', 'endtime', 'starttime'],
  tenantId: ['aadtenantid', 'tenantid'],
  jobId: ['jobid'],
  cycleId: ['cycleid'],
  changeId: ['changeid', 'correlationid'],
  action: ['provisioningaction', 'action'],
  duration: ['durationinmilliseconds', 'durationms'],
  statusInfo: ['provisioningstatusinfo'],
  legacyStatusInfo: ['statusinfo'],
  resultType: ['resulttype'],
  resultSignature: ['resultsignature'],
  resultDescription: ['resultdescription'],
  steps: ['provisioningsteps'],
  modifiedProperties: ['modifiedproperties'],
  servicePrincipal: ['serviceprincipal'],
  sourceSystem: ['sourcesystem'],
  targetSystem: ['targetsystem'],
  sourceIdentity: ['sourceidentity'],
  targetIdentity: ['targetidentity'],
  initiatedBy: ['initiatedby'],
  /** What provisionOnDemand calls the object, beside the steps. */
  reportableIdentifier: ['reportableidentifier'],
  /** What tables have besides. */
  otherColumns: ['othercolumns'],
} as const;

/** Names inside identities, systems, service principals and initiators. */
export const partyFields = {
  id: ['id'],
  displayName: ['displayname', 'name'],
  type: ['identitytype', 'initiatortype', 'initiatingtype', 'type'],
  details: ['details'],
} as const;

/** Names inside a step. */
export const stepFields = {
  name: ['name'],
  type: ['provisioningsteptype', 'type'],
  status: ['status'],
  description: ['description'],
  time: ['timestamp'],
  details: ['details'],
} as const;

/** Names inside `provisioningStatusInfo` and `statusInfo`. */
export const statusFields = {
  status: ['status'],
  error: ['errorinformation', 'errorinfo'],
} as const;

/** Names inside `errorInformation`; in the beta's `statusDetails` they stand directly in `statusInfo`. */
export const errorFields = {
  code: ['errorcode'],
  reason: ['reason'],
  details: ['additionaldetails'],
  category: ['errorcategory'],
  recommendedAction: ['recommendedaction'],
} as const;

/** Names inside one of `modifiedProperties`. */
export const propertyFields = {
  name: ['displayname', 'name'],
  oldValue: ['oldvalue'],
  newValue: ['newvalue'],
} as const;
