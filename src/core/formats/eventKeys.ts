/** Keys that only provisioning events have, in lower case. */
const tellingKeys = [
  'jobid',
  'changeid',
  'cycleid',
  'provisioningsteps',
  'provisioningaction',
  'provisioningstatusinfo',
];

/** Keys of events that other logs have, too. */
const commonKeys = ['id', 'activitydatetime', 'tenantid', 'durationinmilliseconds', 'action', 'statusinfo'];

/** Keys by which the scanner finds the next record after a broken one. */
export const markerKeys = ['id', ...tellingKeys, 'activitydatetime'];

/** Keys of the envelopes of Azure Monitor that events do not have. */
export const envelopeKeys = [
  'time',
  'resourceid',
  'operationname',
  'category',
  'resulttype',
  'correlationid',
  'properties',
];

/** Keys of an answer to provisionOnDemand. */
export const onDemandKeys = ['key', 'value', '@odata.context'];

/** Whether objects with these own keys (lower case) are provisioning events. */
export function areEventKeys(keys: ReadonlySet<string>): boolean {
  return tellingKeys.some((key) => keys.has(key));
}

/** Whether the few keys seen of a first record that does not end within the head could be an event's. */
export function mayBecomeEventKeys(keys: ReadonlySet<string>): boolean {
  return keys.size > 0 && [...keys].every((key) => tellingKeys.includes(key) || commonKeys.includes(key));
}
