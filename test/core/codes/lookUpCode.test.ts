import * as assert from 'node:assert/strict';
import { errorCodes } from '../../../src/core/codes/errorCodes';
import type { ErrorCode } from '../../../src/core/codes/errorCode';
import { indexCodes, lookUpCode, type KnownCode } from '../../../src/core/codes/lookUpCode';

/** The codes of the documentation's general table, each line one row. */
const generalTable = [
  ['Conflict', 'EntryConflict'],
  ['TooManyRequests'],
  ['InternalServerError'],
  ['InsufficientRights', 'MethodNotAllowed', 'NotPermitted', 'Unauthorized'],
  ['UnprocessableEntity'],
  ['WebExceptionProtocolError'],
  ['InvalidAnchor'],
  ['NotImplemented'],
  ['MandatoryFieldsMissing', 'MissingValues'],
  ['SchemaAttributeNotFound'],
  ['InternalError'],
  ['InvalidDomain'],
  ['Timeout'],
  ['LicenseLimitExceeded'],
  ['DuplicateTargetEntries'],
  ['DuplicateSourceEntries'],
  ['ImportSkipped'],
  ['EntrySynchronizationSkipped'],
  ['SchemaPropertyCanOnlyAcceptValue'],
];

/** Codes that carry their connector's name themselves: the rest of the general table, and the cross-tenant table. */
const wholeCodes = [
  'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
  'SystemForCrossDomainIdentityManagementServiceIncompatible',
  'AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService',
  'AzureDirectoryB2BManagementPolicyCheckFailure',
  'AzureActiveDirectoryQuotaLimitExceeded',
  'InvitationCreationFailure',
  'AzureActiveDirectoryForbidden',
  'InvitationCreationFailureInvalidPropertyValue',
  'InvitationCreationFailureAmbiguousUser',
  'AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises',
  'InvitationCreationFailureUserAccountDisabled',
  'EntityTypeNotSupported',
];

/** The other codes that documentation or published logs name; each an entry of its own. */
const otherCodes = [
  'HybridIdentityServiceAgentSignalingError',
  'HybridIdentityServiceInvalidResource',
  'HybridIdentityServiceNoActiveAgents',
  'HybridIdentityServiceNoAgentsAssigned',
  'HybridSynchronizationActiveDirectoryCannotFindAttribute',
  'HybridSynchronizationActiveDirectoryInsufficientAccessRights',
  'HybridSynchronizationActiveDirectoryInternalServerError',
  'HybridSynchronizationActiveDirectoryUnexpectedDuplicateEntriesFound',
  'HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique',
  'AzureActiveDirectoryAuthenticationFailed',
  'AzureActiveDirectoryDuplicateUserPrincipalName',
  'AzureActiveDirectoryExpiredCredentials',
  'AzureActiveDirectoryInsufficientRights',
  'AzureActiveDirectoryInvalidCredential',
  'AzureActiveDirectoryInvalidUserPrincipalName',
  'AzureDirectoryServiceAuthorizationFailed',
  'AzureDirectoryServiceServerBusy',
  'EndpointUnavailable',
  'EntryJoiningPropertyValueIsMissing',
  'InvalidLookupReference',
  'SalesforceDuplicateUserName',
  'SalesforceLicenseLimitExceeded',
  'SalesforceRequiredFieldMissing',
  'ServiceNowInstanceInvalid',
  'SystemForCrossDomainIdentityManagementBadRequest',
  'SystemForCrossDomainIdentityManagementBadResponse',
  'SystemForCrossDomainIdentityManagementCredentialValidationFailure',
  'SystemForCrossDomainIdentityManagementCredentialValidationUnavailable',
  'SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering',
];

describe('lookUpCode', () => {
  it('has no error code that these tables do not name', () => {
    const named = [...generalTable.flat(), ...wholeCodes, ...otherCodes];
    assert.deepEqual(errorCodes.flatMap(({ codes }) => codes).sort(), named.sort());
  });

  for (const code of otherCodes) {
    it(`knows ${code} by name and casing`, () => {
      const known = expectKnown(code);
      assert.equal(known.matched, code);
      assert.equal(known.connector, undefined);
      assert.equal(expectKnown(code.toUpperCase()).entry, known.entry);
    });
  }

  for (const row of generalTable) {
    for (const code of row) {
      it(`knows ${code} by name, casing and behind a connector`, () => {
        const known = expectKnown(code);
        assert.equal(known.matched, code);
        assert.equal(known.connector, undefined);
        for (const alias of row) assert.equal(expectKnown(alias).entry, known.entry);
        assert.equal(expectKnown(code.toLowerCase()).entry, known.entry);
        assert.equal(expectKnown(code.toUpperCase()).entry, known.entry);
        assert.equal(expectKnown(` ${code}\n`).entry, known.entry);
        const behind = expectKnown(`ContosoHr${code}`);
        assert.equal(behind.entry, known.entry);
        assert.equal(behind.connector, 'Contoso Hr');
        assert.equal(expectKnown(`contosohr${code.toLowerCase()}`).entry, known.entry);
        assert.equal(lookUpCode(`Contoso${code}Later`).isKnown, known.entry.match === 'exactOrPrefix');
      });
    }
  }

  for (const code of wholeCodes) {
    it(`knows ${code} whole, in any casing, and only whole`, () => {
      const known = expectKnown(code);
      assert.equal(known.matched, code);
      assert.equal(expectKnown(code.toLowerCase()).entry, known.entry);
      assert.equal(lookUpCode(`Contoso${code}`).isKnown, false);
    });
  }

  for (const code of errorCodes.flatMap((entry) => entry.codes).filter((c) => c.startsWith('AzureActiveDirectory'))) {
    it(`takes the documentation's spelling of ${code}`, () => {
      const rest = code.slice('AzureActiveDirectory'.length);
      const broken = rest.replace(/(?<=[a-z])(?=[A-Z])/, '<br/>');
      for (const spelling of [
        `Microsoft Entra ID${rest}`,
        `Microsoft Entra ID<br/>${broken}`,
        `microsoftentraid${rest}`,
      ]) {
        assert.equal(expectKnown(spelling).entry, expectKnown(code).entry);
      }
    });
  }

  it('takes codes that the documentation breaks over lines', () => {
    assert.equal(
      expectKnown('AzureDirectory<br/>B2BManagementPolicy<br/>CheckFailure').matched,
      'AzureDirectoryB2BManagementPolicyCheckFailure',
    );
  });

  it('prefers the whole code to a suffix, and the longest suffix', () => {
    assert.equal(expectKnown('SalesforceLicenseLimitExceeded').matched, 'SalesforceLicenseLimitExceeded');
    assert.equal(expectKnown('BoxEntryConflict').matched, 'EntryConflict');
    assert.equal(
      expectKnown('HybridSynchronizationActiveDirectoryInternalServerError').matched,
      'HybridSynchronizationActiveDirectoryInternalServerError',
    );
  });

  const connectors: readonly [string, string, string][] = [
    ['BoxEntryConflict', 'EntryConflict', 'Box'],
    ['ServiceNowInvalidLookupReference', 'InvalidLookupReference', 'ServiceNow'],
    ['SystemForCrossDomainIdentityManagementTooManyRequests', 'TooManyRequests', 'SCIM'],
    ['AzureActiveDirectoryTimeout', 'Timeout', 'Microsoft Entra ID'],
    ['Microsoft Entra IDTooManyRequests', 'TooManyRequests', 'Microsoft Entra ID'],
    ['ABCWorksTimeOut', 'Timeout', 'ABC Works'],
    ['Contoso_HR.Timeout', 'Timeout', 'Contoso HR'],
  ];
  for (const [code, matched, connector] of connectors) {
    it(`reads ${connector} before ${matched} in ${code}`, () => {
      const known = expectKnown(code);
      assert.equal(known.matched, matched);
      assert.equal(known.connector, connector);
    });
  }

  it('lets further words follow a code that the documentation seems to cut short', () => {
    const { entry } = expectKnown('SchemaPropertyCanOnlyAcceptValue');
    assert.equal(expectKnown('SchemaPropertyCanOnlyAcceptValueOfOne').entry, entry);
    assert.equal(expectKnown('BoxSchemaPropertyCanOnlyAcceptValueX').connector, 'Box');
    assert.equal(lookUpCode('SchemaPropertyCanOnlyAcceptValueless').isKnown, false);
    assert.equal(lookUpCode('SchemaPropertyCanOnlyAcceptValue of one').isKnown, false);
  });

  it('begins a suffix at an upper-case letter only, where there is any', () => {
    assert.equal(lookUpCode('Microconflict').isKnown, false);
    assert.equal(lookUpCode('ContosotooManyRequests').isKnown, false);
    assert.equal(lookUpCode('microconflict').isKnown, true);
  });

  it('says what an unknown code tells by its spelling', () => {
    assert.deepEqual(lookUpCode('SlackForbidden'), {
      isKnown: false,
      connector: 'Slack',
      http: {
        number: 403,
        name: 'Forbidden',
        meaning: 'The credentials are known, but may not do this in the target.',
      },
    });
    assert.deepEqual(lookUpCode('WorkdayHieroglyphs'), { isKnown: false, connector: 'Workday' });
    assert.deepEqual(lookUpCode('ContosoGlitch'), { isKnown: false });
    assert.deepEqual(lookUpCode('Boxing'), { isKnown: false });
  });

  for (const text of ['', ' ', 'constructor', '__proto__', 'User Conflict', 'x'.repeat(1_000_000) + 'Conflict']) {
    it(`does not take ${JSON.stringify(text.slice(0, 20))} for a known code`, () => {
      assert.deepEqual(lookUpCode(text).isKnown, false);
    });
  }

  it('explains "User Conflict" as unknown with the status in its name', () => {
    const found = lookUpCode('User Conflict');
    assert.ok(!found.isKnown);
    assert.equal(found.http?.number, 409);
  });

  it('asks the index it is given, earlier entries first', () => {
    const own: ErrorCode = { ...expectKnown('Conflict').entry, codes: ['Conflict'], title: 'Ours' };
    const index = indexCodes([own, ...errorCodes]);
    const found = lookUpCode('BoxConflict', index);
    assert.ok(found.isKnown);
    assert.equal(found.entry.title, 'Ours');
    assert.equal((lookUpCode('EntryConflict', index) as KnownCode).entry.title, expectKnown('Conflict').entry.title);
  });
});

function expectKnown(code: string): KnownCode {
  const found = lookUpCode(code);
  assert.ok(found.isKnown, `${code} is not known`);
  return found;
}
