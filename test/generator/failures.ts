import type { Subject } from './subject';

/** One way in which an event fails. */
export interface Failure {
  readonly code: string;
  /** Key of the job that fails like this. */
  readonly job: string;
  /** Name of the HTTP status the target answered with. */
  readonly httpStatus: string;
  readonly message: string;
  /** What the target answered, as an object; it stands as JSON inside the reason. */
  readonly webResponse?: (subject: Subject) => object;
  /** As the log spells it; null when it says none. */
  readonly category: string | null;
  /** Whether the service tries again by itself, and says so in the reason. */
  readonly isRetried: boolean;
  /** Whether it works out some cycles later. */
  readonly heals: boolean;
  /** True for a code that no documentation knows. */
  readonly isUnknown?: boolean;
}

const scim = 'SystemForCrossDomainIdentityManagement';
const hybrid = 'HybridSynchronizationActiveDirectory';

function scimError(status: string, scimType: string, detail: (subject: Subject) => string) {
  return (subject: Subject) => ({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    scimType,
    detail: detail(subject),
    status,
  });
}

const gaveUp = { category: 'nonServiceFailure', isRetried: false, heals: false } as const;
const waits = { category: 'failure', isRetried: true, heals: false } as const;
const recovers = { category: 'failure', isRetried: true, heals: true } as const;
const mended = { category: 'nonServiceFailure', isRetried: true, heals: true } as const;

/** Every failure that the generator knows. Those of the four sample jobs all occur in the sample. */
export const failures: readonly Failure[] = [
  {
    ...mended,
    code: `${scim}EntryConflict`,
    job: 'scim',
    httpStatus: 'Conflict',
    message: 'The target refused the object because another one has the same unique value.',
    webResponse: scimError('409', 'uniqueness', (s) => `userName ${s.login}@contoso.com is taken`),
  },
  {
    ...waits,
    code: `${scim}ServiceIncompatibleFiltering`,
    job: 'scim',
    httpStatus: 'OK',
    message: 'The answer to a filter query cannot be understood.',
    webResponse: (s) => ({ totalResults: '1', Resources: { userName: s.login } }),
  },
  {
    ...waits,
    code: `${scim}BadRequest`,
    job: 'scim',
    httpStatus: 'BadRequest',
    message: 'The target answered the request with an error.',
    webResponse: scimError('400', 'invalidValue', (s) => `externalId ${s.login} is longer than 24 characters`),
  },
  {
    ...gaveUp,
    code: `${scim}MultipleEntriesInResponse`,
    job: 'scim',
    httpStatus: 'OK',
    message: 'The query for one object returned several.',
    webResponse: (s) => ({ totalResults: 2, Resources: [{ userName: s.login }, { userName: s.login }] }),
  },
  {
    ...recovers,
    code: `${scim}InternalServerError`,
    job: 'scim',
    httpStatus: 'InternalServerError',
    message: 'The target ran into an error of its own.',
    webResponse: () => ({ error: 'upstream_unavailable', trace: { node: 'eu-3', retryable: true } }),
  },
  {
    ...mended,
    code: `${scim}UnprocessableEntity`,
    job: 'scim',
    httpStatus: 'UnprocessableEntity',
    message: 'The target understood the request and cannot carry it out.',
    webResponse: scimError('422', 'invalidSyntax', () => 'title must be one of {"Engineer","Analyst"}'),
  },
  {
    ...gaveUp,
    code: 'EntryJoiningPropertyValueIsMissing',
    job: 'scim',
    httpStatus: '',
    message: 'The matching attribute of the object is empty in the source.',
  },
  {
    ...recovers,
    code: `${scim}Timeout`,
    job: 'scim',
    httpStatus: 'RequestTimeout',
    message: 'The target gave no answer in time.',
  },
  {
    ...gaveUp,
    code: 'ContosoExpensesQuotaPolicyViolated',
    job: 'scim',
    httpStatus: 'Forbidden',
    message: 'Cost centre quota policy refused the change.',
    category: null,
    isUnknown: true,
  },
  {
    ...waits,
    code: 'SalesforceLicenseLimitExceeded',
    job: 'salesforce',
    httpStatus: 'BadRequest',
    message: 'No licence of the requested kind is free.',
    webResponse: () => [{ errorCode: 'LICENSE_LIMIT_EXCEEDED', message: 'license limit exceeded', fields: [] }],
  },
  {
    ...mended,
    code: 'SalesforceDuplicateUserName',
    job: 'salesforce',
    httpStatus: 'BadRequest',
    message: 'Another organisation uses this user name.',
    webResponse: (s) => [{ errorCode: 'DUPLICATE_USERNAME', message: `duplicate: ${s.login}`, fields: ['Username'] }],
  },
  {
    ...gaveUp,
    code: 'SalesforceRequiredFieldMissing',
    job: 'salesforce',
    httpStatus: 'BadRequest',
    message: 'A required field has no value.',
    webResponse: () => [{ errorCode: 'REQUIRED_FIELD_MISSING', message: 'missing: [Email]', fields: ['Email'] }],
  },
  {
    ...gaveUp,
    code: 'SalesforceInsufficientRights',
    job: 'salesforce',
    httpStatus: 'Forbidden',
    message: 'The account that provisions may not change this object.',
  },
  {
    ...recovers,
    code: 'SalesforceTooManyRequests',
    job: 'salesforce',
    httpStatus: '429',
    message: 'The target asks for fewer requests.',
  },
  {
    ...mended,
    code: 'SalesforceInvalidAnchor',
    job: 'salesforce',
    httpStatus: 'NotFound',
    message: 'The object that was linked before is gone.',
  },
  {
    ...gaveUp,
    code: `${hybrid}InsufficientAccessRights`,
    job: 'workday',
    httpStatus: '',
    message: 'INSUFF_ACCESS_RIGHTS: the agent account may not write to this object.',
  },
  {
    ...mended,
    code: `${hybrid}UserPrincipalNameNotUnique`,
    job: 'workday',
    httpStatus: '',
    message: 'The user principal name is used elsewhere in the forest.',
  },
  {
    ...recovers,
    code: 'HybridIdentityServiceNoActiveAgents',
    job: 'workday',
    httpStatus: 'ServiceUnavailable',
    message: 'No provisioning agent of the domain is active.',
  },
  {
    ...recovers,
    code: `${hybrid}InternalServerError`,
    job: 'workday',
    httpStatus: 'InternalServerError',
    message: 'The agent could not process the request.',
  },
  {
    ...waits,
    code: `${scim}BadResponse`,
    job: 'workday',
    httpStatus: 'BadRequest',
    message:
      'ConstraintViolation-AtrErr: 0000207D, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 90290 (displayName)',
  },
  {
    ...gaveUp,
    code: 'WorkdayDuplicateSourceEntries',
    job: 'workday',
    httpStatus: '',
    message: 'More than one worker has this matching value.',
  },
  {
    ...recovers,
    code: 'EndpointUnavailable',
    job: 'workday',
    httpStatus: '',
    message: 'The profile of the worker could not be read from the directory.',
  },
  {
    ...gaveUp,
    code: 'AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService',
    job: 'crossTenant',
    httpStatus: 'BadRequest',
    message: 'The property is mastered by another service in the target tenant.',
  },
  {
    ...gaveUp,
    code: 'AzureDirectoryB2BManagementPolicyCheckFailure',
    job: 'crossTenant',
    httpStatus: 'Forbidden',
    message: 'Policy does not allow invitations to be redeemed automatically.',
  },
  {
    ...waits,
    code: 'AzureActiveDirectoryQuotaLimitExceeded',
    job: 'crossTenant',
    httpStatus: 'Forbidden',
    message: 'The target tenant has no room for more objects.',
    webResponse: () => ({
      error: { code: 'Directory_QuotaExceeded', message: 'quota reached', innerError: { date: '2026-03-21T08:00:00' } },
    }),
  },
  {
    ...mended,
    code: 'AzureActiveDirectoryForbidden',
    job: 'crossTenant',
    httpStatus: 'Forbidden',
    message: 'External collaboration settings block the invitation.',
  },
  {
    ...gaveUp,
    code: 'InvitationCreationFailureAmbiguousUser',
    job: 'crossTenant',
    httpStatus: 'BadRequest',
    message: 'The address belongs to an internal user of the target tenant.',
  },
  {
    ...gaveUp,
    code: 'InvitationCreationFailureInvalidPropertyValue',
    job: 'crossTenant',
    httpStatus: 'BadRequest',
    message: 'A value of the invitation is not valid.',
  },
  {
    ...recovers,
    code: 'AzureActiveDirectoryInsufficientRights',
    job: 'crossTenant',
    httpStatus: 'Forbidden',
    message: 'The target user holds a directory role.',
  },
  {
    ...waits,
    code: 'ServiceNowInvalidLookupReference',
    job: 'serviceNow',
    httpStatus: 'BadRequest',
    message: 'A reference value is unknown in the target.',
  },
  {
    ...mended,
    code: 'BoxEntryConflict',
    job: 'box',
    httpStatus: 'Conflict',
    message: 'An account with this login exists.',
    webResponse: (s) => ({ type: 'error', status: 409, code: 'user_login_already_used', login: s.login }),
  },
  {
    ...recovers,
    code: 'AzureDirectoryServiceServerBusy',
    job: 'cloudSync',
    httpStatus: 'ServiceUnavailable',
    message: 'The directory is busy.',
  },
  { ...recovers, code: 'TimeOut', job: 'cloudSync', httpStatus: '', message: 'The agent did not answer in time.' },
  {
    ...gaveUp,
    code: 'AWSSchemaAttributeNotFound',
    job: 'aws',
    httpStatus: 'BadRequest',
    message: 'A mapped attribute does not exist in the target.',
  },
];

/** The failures of one job. */
export function failuresOf(job: string): readonly Failure[] {
  return failures.filter((failure) => failure.job === job);
}
