import { errorFields, partyFields, propertyFields, recordFields, statusFields, stepFields } from '../record/fieldNames';

/** What the index takes from a record, whatever the shape calls it. */
export const eventFields = [
  'id',
  'time',
  'jobId',
  'cycleId',
  'changeId',
  'action',
  'duration',
  'status',
  'stepStatus',
  'errorCode',
  'reason',
  'servicePrincipal',
  'sourceSystem',
  'targetSystem',
  'sourceName',
  'sourceUserPrincipalName',
  'reportableIdentifier',
  'stepUserName',
  'stepUserPrincipalName',
  'sourceId',
  'targetId',
  'sourceType',
  'targetType',
  'attribute',
  'skipReason',
  'initiator',
] as const;

/** One of {@link eventFields}. */
export type EventField = (typeof eventFields)[number];

/** Where a shape keeps a field. A list's order is the order of preference between paths of one field. */
export interface FieldPath {
  readonly field: EventField;
  /** As in `core/scan/pathTree.ts`. */
  readonly path: string;
  /** Whether this is a key of the event itself: of repeated ones the last counts, elsewhere the first. */
  readonly isOwnKey: boolean;
}

/** The fields' places in a record of the Graph API, in all the spellings its versions and users have. */
export const graphFieldPaths: readonly FieldPath[] = [
  ...paths('id', recordFields.id),
  ...paths('time', recordFields.time),
  ...paths('jobId', recordFields.jobId),
  ...paths('cycleId', recordFields.cycleId),
  ...paths('changeId', recordFields.changeId),
  ...paths('action', recordFields.action),
  ...paths('duration', recordFields.duration),
  ...paths('status', recordFields.statusInfo, statusFields.status),
  ...paths('status', recordFields.legacyStatusInfo, statusFields.status),
  ...paths('status', recordFields.resultType),
  ...paths('stepStatus', lists(recordFields.steps), stepFields.status),
  ...paths('errorCode', recordFields.statusInfo, statusFields.error, errorFields.code),
  ...paths('errorCode', recordFields.legacyStatusInfo, statusFields.error, errorFields.code),
  ...paths('errorCode', recordFields.legacyStatusInfo, errorFields.code),
  ...paths('errorCode', recordFields.resultSignature),
  ...paths('reason', recordFields.statusInfo, statusFields.error, errorFields.reason),
  ...paths('reason', recordFields.legacyStatusInfo, statusFields.error, errorFields.reason),
  ...paths('reason', recordFields.legacyStatusInfo, errorFields.reason),
  ...paths('reason', recordFields.resultDescription),
  ...paths('servicePrincipal', recordFields.servicePrincipal, partyFields.displayName),
  ...paths('sourceSystem', recordFields.sourceSystem, partyFields.displayName),
  ...paths('targetSystem', recordFields.targetSystem, partyFields.displayName),
  ...paths('sourceName', recordFields.sourceIdentity, partyFields.displayName),
  ...paths('sourceUserPrincipalName', recordFields.sourceIdentity, partyFields.details, ['userprincipalname']),
  ...paths('reportableIdentifier', lists(recordFields.steps), stepFields.details, ['reportableidentifier']),
  ...paths('reportableIdentifier', recordFields.reportableIdentifier),
  ...paths('stepUserName', lists(recordFields.steps), stepFields.details, ['username']),
  ...paths('stepUserPrincipalName', lists(recordFields.steps), stepFields.details, ['userprincipalname']),
  ...paths('sourceId', recordFields.sourceIdentity, partyFields.id),
  ...paths('targetId', recordFields.targetIdentity, partyFields.id),
  ...paths('sourceType', recordFields.sourceIdentity, partyFields.type),
  ...paths('targetType', recordFields.targetIdentity, partyFields.type),
  ...paths('attribute', lists(recordFields.modifiedProperties), propertyFields.name),
  ...paths('skipReason', lists(recordFields.steps), stepFields.details, ['skipreason']),
  ...paths('initiator', recordFields.initiatedBy, partyFields.displayName),
];

/**
 * Fields that some shapes write as a bare text where others have an object: a system's name, an outcome. They stand
 * behind the objects' own.
 */
export const bareFieldPaths: readonly FieldPath[] = [
  ...paths('status', recordFields.statusInfo),
  ...paths('status', recordFields.legacyStatusInfo),
  ...paths('servicePrincipal', recordFields.servicePrincipal),
  ...paths('sourceSystem', recordFields.sourceSystem),
  ...paths('targetSystem', recordFields.targetSystem),
  ...paths('sourceName', recordFields.sourceIdentity),
  ...paths('initiator', recordFields.initiatedBy),
];

/** Every path through one name of each level, best first. */
function paths(field: EventField, ...levels: readonly (readonly string[])[]): readonly FieldPath[] {
  const joined = levels.reduce<readonly string[]>(
    (starts, names) => starts.flatMap((start) => names.map((name) => (start === '' ? name : `${start}.${name}`))),
    [''],
  );
  return joined.map((path) => ({ field, path, isOwnKey: !path.includes('.') }));
}

function lists(names: readonly string[]): readonly string[] {
  return names.map((name) => `${name}[]`);
}
