import * as fc from 'fast-check';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'f', 'X', 'Y', 'Z', ' ', '.', ':'),
  minLength: 1,
  maxLength: 8,
});
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null));

const time = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
const status = fc.constantFrom('success', 'failure', 'skipped', 'warning');
const system = fc.record({
  id: fc.oneof(fc.uuid(), text),
  displayName: fc.oneof(fc.constantFrom('Microsoft Entra ID', 'customappsso'), text),
  details: fc.dictionary(fc.constantFrom('ApplicationId', 'ServicePrincipalId'), text, { maxKeys: 2 }),
});
const identity = fc.record({
  id: fc.oneof(fc.uuid(), text),
  displayName: text,
  identityType: fc.constantFrom('User', 'Group', 'urn:ietf:params:scim:schemas:core:2.0:User', ''),
  details: fc.dictionary(fc.constantFrom('id', 'odatatype', 'DisplayName', 'UserPrincipalName'), text, { maxKeys: 3 }),
});
const step = fc.record({
  name: fc.constantFrom('EntryImport', 'EntrySynchronizationSkip', 'EntryExportAdd'),
  provisioningStepType: fc.constantFrom('import', 'scoping', 'matching', 'processing', 'referenceResolution', 'export'),
  status,
  description: text,
  details: fc
    .tuple(
      fc.dictionary(fc.constantFrom('SkipReason', 'ReportableIdentifier', 'userName', 'userPrincipalName'), text),
      fc.dictionary(word, text, { maxKeys: 2 }),
    )
    .map(([known, other]) => ({ ...other, ...known })),
});
const error = fc.record({
  errorCode: orNull(text),
  reason: orNull(text),
  additionalDetails: orNull(text),
  errorCategory: orNull(fc.constantFrom('failure', 'nonServiceFailure', 'success')),
  recommendedAction: orNull(text),
});

/** A record as the Graph API writes it today, with texts from all of Unicode. */
export const anyRecord = fc.record({
  id: fc.uuid(),
  activityDateTime: time,
  tenantId: fc.uuid(),
  jobId: fc.oneof(fc.constant('scim.4b8c18bd2f9f4a7e9d1f.4ba261ce'), word),
  cycleId: fc.uuid(),
  changeId: fc.oneof(
    fc.uuid(),
    word.map((each) => `c${each}`),
  ),
  provisioningAction: fc.constantFrom('create', 'update', 'delete', 'disable', 'stagedDelete', 'other'),
  durationInMilliseconds: fc.nat(),
  servicePrincipal: fc.record({ id: fc.uuid(), displayName: text }),
  sourceSystem: system,
  targetSystem: system,
  initiatedBy: fc.record({
    id: fc.constant(''),
    displayName: fc.constant('Azure AD Provisioning Service'),
    initiatorType: fc.constantFrom('system', 'user', 'application'),
  }),
  sourceIdentity: identity,
  targetIdentity: identity,
  provisioningStatusInfo: fc.record({ status, errorInformation: orNull(error) }),
  provisioningSteps: fc.array(step, { maxLength: 4 }),
  modifiedProperties: fc.array(fc.record({ displayName: word, oldValue: orNull(text), newValue: orNull(text) }), {
    maxLength: 3,
  }),
});
