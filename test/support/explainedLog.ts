/*
 * A log of events that the program has much to say on, one of each kind, in the shape of the portal's download. The
 * texts follow the grammar of published logs; people, tenants and systems are made up.
 */

const TENANT = '4b8c18bd-2f9f-4c0c-8e8d-3e5c06cf9c32';
const tenantLetters = TENANT.replaceAll('-', '');
const anna = { id: '7f1c0c8e-1111-4a6e-9a51-aa0000000001', displayName: 'Anna Müller' };
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

interface Job {
  readonly jobId: string;
  readonly servicePrincipal: { readonly id: string; readonly displayName: string };
  readonly sourceSystem: System;
  readonly targetSystem: System;
}

interface System {
  readonly id: string;
  readonly displayName: string;
  readonly details: Readonly<Record<string, string>>;
}

const expenses: Job = {
  jobId: `scim.${tenantLetters}.4ba261ce-2222-4000-8000-000000000001`,
  servicePrincipal: { id: '2222aaaa-0000-4000-8000-000000000001', displayName: 'Contoso Expenses' },
  sourceSystem: { id: 'a1', displayName: 'Microsoft Entra ID', details: {} },
  targetSystem: {
    id: 'a2',
    displayName: 'customappsso',
    details: { ApplicationId: 'aaaa0000-0000-4000-8000-000000000009' },
  },
};
const partners: Job = {
  ...expenses,
  jobId: `Azure2Azure.${tenantLetters}.4ba261ce-2222-4000-8000-000000000002`,
  servicePrincipal: { id: '2222aaaa-0000-4000-8000-000000000002', displayName: 'Fabrikam partners' },
  targetSystem: { id: 'b2', displayName: 'Microsoft Entra ID', details: {} },
};
const workday: Job = {
  ...expenses,
  jobId: `WorkdayToActiveDirectory.${tenantLetters}.4ba261ce-2222-4000-8000-000000000003`,
  servicePrincipal: { id: '2222aaaa-0000-4000-8000-000000000003', displayName: 'Workday to AD' },
  sourceSystem: { id: 'c1', displayName: 'Workday', details: {} },
  targetSystem: { id: 'c2', displayName: 'Active Directory', details: {} },
};

/** One record of each kind, by the kind's name. */
export const explainedRecords: Readonly<Record<string, object>> = {
  failure: record(1, 'create', expenses, {
    status: 'failure',
    error: {
      errorCode: 'SystemForCrossDomainIdentityManagementEntryConflict',
      reason: [
        'StatusCode: Conflict',
        'Message: Processing of the HTTP request resulted in an exception.',
        'Web Response: ',
        '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"scimType":"uniqueness","detail":"userName anna.mueller@contoso.com belongs to an unclaimed account.","status":"409"}. This operation was retried 2 times. It will be retried again after this date: 2026-03-03T18:31:10.1234567Z UTC',
      ].join('\r\n'),
      errorCategory: 'nonServiceFailure',
    },
    steps: [
      step(
        'EntryImportAdd',
        'import',
        'success',
        "Received User 'anna.mueller@contoso.com' change of type (Add) from Microsoft Entra ID",
        {
          objectId: anna.id,
          userPrincipalName: 'anna.mueller@contoso.com',
          displayName: 'Anna Müller',
          department: 'Sales',
          extensionAttribute1: '',
          extensionAttribute2: '',
        },
      ),
      scoping({ active: true, assigned: true, role: true, filter: true }, { "Staff.department EQUALS 'Sales'": true }),
      step('EntrySynchronizationAdd', 'matching', 'success', 'The user will be created, for no match was found.', {}),
      step('EntryExportAdd', 'export', 'failure', "Failed to create User 'anna.mueller@contoso.com' in customappsso", {
        ReportableIdentifier: 'anna.mueller@contoso.com',
        [`${enterprise.replace(/[.:]/g, '')}costCenter`]: '4711',
      }),
    ],
    modified: [
      ['userName', null, 'anna.mueller@contoso.com'],
      ['emails[type eq "work"].value', null, 'anna.mueller@contoso.com'],
      [`${enterprise}:costCenter`, null, '4711'],
    ],
  }),
  skip: record(2, 'other', expenses, {
    status: 'skipped',
    identity: { id: '7f1c0c8e-1111-4a6e-9a51-aa0000000002', displayName: 'Bert Braun' },
    steps: [
      step('EntryImport', 'import', 'success', "Retrieved User 'bert@contoso.com' from Microsoft Entra ID", {}),
      scoping(
        { active: true, assigned: true, role: true, filter: false },
        { "Staff.department EQUALS 'Sales'": false, "Staff.country EQUALS 'DE'": true },
      ),
      step('EntryImport', 'matching', 'success', "Retrieved User 'bert@contoso.com' from customappsso", { id: 'x-2' }),
      step(
        'EntrySynchronizationSkip',
        'processing',
        'skipped',
        "The User 'bert@contoso.com' will be skipped. 1) It is out of scope. 2) No scoping filter lets it pass.",
        { SkipReason: 'NotEffectivelyEntitled', ReportableIdentifier: 'bert@contoso.com' },
      ),
    ],
  }),
  unchanged: record(3, 'update', expenses, {
    status: 'success',
    identity: { id: '7f1c0c8e-1111-4a6e-9a51-aa0000000003', displayName: 'Clara Costa' },
    steps: [
      step('EntryImportUpdate', 'import', 'success', "Received User 'clara@contoso.com' change of type (Update)", {}),
      scoping({ active: true, assigned: true, role: true, filter: true }, {}),
      step('EntryImport', 'matching', 'success', "Retrieved User 'clara@contoso.com' from customappsso", {
        displayName: 'Clara Costa',
      }),
    ],
    modified: [
      ['accountDisabled', null, 'False'],
      ['displayName', 'Clara Costa', 'Clara Costa'],
    ],
  }),
  changed: record(4, 'update', expenses, {
    status: 'success',
    steps: [
      step(
        'EntryImportUpdate',
        'import',
        'success',
        "Received User 'anna.mueller@contoso.com' change of type (Update)",
        {},
      ),
      step('EntryImport', 'matching', 'success', "Retrieved User 'anna.mueller@contoso.com' from customappsso", {
        namegivenName: 'Ann',
        originatingReplicaToken: '{"InvocationId":"6cbd7b45-b262-4dad-94a3-620503ea1f25","Name":"DC01.contoso.com"}',
      }),
      step('EntryExportUpdate', 'export', 'success', "User 'anna.mueller@contoso.com' was updated in customappsso", {}),
    ],
    modified: [
      ['name.givenName', null, 'Anna'],
      ['description', `${'Travels often. '.repeat(5)}Books late.`, `${'Travels often. '.repeat(5)}Books early.`],
      ['addresses', null, '[{"type":"work","city":"Graz"}]'],
      ['proxyAddresses', 'smtp:ann@contoso.com', 'X, 5, 0,  ... X400:C=US; (5)'],
    ],
  }),
  escrow: record(5, 'update', workday, {
    status: 'failure',
    identity: { id: '701984', displayName: 'Dora Dahl' },
    error: {
      errorCode: 'SystemForCrossDomainIdentityManagementBadResponse',
      reason:
        'Error: ConstraintViolation-AtrErr: A value in the request is invalid. \\nError Details: CONSTRAINT_ATT_TYPE - company',
      errorCategory: 'failure',
    },
    steps: [
      step('EntryEscrowRetry', 'processing', 'success', 'A change that failed before is tried again', {
        CountProcessed: '3',
        CreationTime: '2026-03-01T06:31:10Z',
        Identifier: '701984',
        ModificationType: 'Modify',
        NextAttempt: '3/4/2026 12:31:10 PM',
        Origin: 'Source',
        TypeName: 'User',
      }),
      step('EntryExportUpdate', 'export', 'failure', "Failed to update User '701984' in Active Directory", {}),
    ],
    modified: [['company', null, 'C'.repeat(70)]],
  }),
  crossTenant: record(6, 'create', partners, {
    status: 'failure',
    error: {
      errorCode: 'AzureDirectoryB2BManagementPolicyCheckFailure',
      reason: 'Message: Policy permitting auto-redemption of invitations not configured.',
      errorCategory: 'nonServiceFailure',
    },
    steps: [
      step('EntryImportAdd', 'import', 'success', 'Received User change of type (Add) from Microsoft Entra ID', {}),
      step('EntryExportAdd', 'export', 'failure', 'Failed to create the user', {}),
    ],
  }),
  filteredForSms: record(9, 'other', partners, {
    status: 'skipped',
    steps: [
      step('EntryImport', 'import', 'success', "Retrieved User 'anna.mueller@contoso.com' from Microsoft Entra ID", {}),
      scoping(
        { active: true, assigned: true, role: true, filter: false },
        { "Filter external users.alternativeSecurityIds EQUALS 'None'": false },
      ),
    ],
  }),
  hostile: record(7, 'create', expenses, {
    status: 'failure',
    identity: {
      id: '<script>1</script>',
      displayName: '<img src=x onerror=alert(1)> `x` [y](command:z) \u202egnp.exe',
    },
    error: {
      errorCode: '$(sync~spin) [BoxEntryConflict](command:workbench.action.quit)',
      reason:
        'StatusCode: <b>Conflict</b>\r\nMessage: \u200bhidden `` ![i](https://evil.example/i)\r\nWeb Response: {"detail":"<i>{{broken"',
      errorCategory: '',
    },
    steps: [
      step('<svg onload=alert(1)>', 'export', 'failure', '1) <a href="javascript:alert(1)">x</a> 2) \u0000\u0007', {
        '__proto__ ': '<iframe>',
        SkipReason: '<b>Skip</b>',
        ScopeEvaluationResult: '{"<b>F</b>.a EQUALS \'</td>\'":false}',
      }),
    ],
    modified: [['</table><h1>', '<del>', '<ins>']],
  }),
};

/** What provisioning on demand answers for one user: its steps carry times. */
export const onDemandRecord: object = {
  ...record(8, 'other', expenses, { status: 'skipped', steps: [] }),
  provisioningSteps: [
    timed('24.5494971', step('EntryImport', 'Import', 'Success', "Retrieved User 'anna.mueller@contoso.com'", {})),
    timed(
      '24.7214072',
      step('EntryImport', 'Matching', 'Success', 'Retrieved the user from customappsso', { active: 'True' }),
    ),
    timed(
      '26.0526181',
      step('EntrySynchronizationScoping', 'Scoping', 'Success', 'Scope', { IsActive: 'True', Assigned: 'True' }),
    ),
    timed(
      '26.0682084',
      step('EntrySynchronizationSkip', 'Export', 'Skipped', 'Both already match.', { SkipReason: 'RedundantExport' }),
    ),
  ],
};

/** The records as a downloaded log. */
export function explainedLog(): string {
  return JSON.stringify(Object.values(explainedRecords));
}

interface Step {
  readonly name: string;
  readonly provisioningStepType: string;
  readonly status: string;
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

interface Parts {
  readonly status: string;
  readonly identity?: { readonly id: string; readonly displayName: string };
  readonly error?: { readonly errorCode: string; readonly reason: string; readonly errorCategory: string };
  readonly steps: readonly object[];
  readonly modified?: readonly (readonly [string, string | null, string])[];
}

function record(number: number, action: string, job: Job, parts: Parts): object {
  const { status, identity = anna, error, steps, modified = [] } = parts;
  return {
    id: `e0000000-0000-4000-8000-00000000000${number}`,
    activityDateTime: `2026-03-03T12:31:1${number}Z`,
    tenantId: TENANT,
    jobId: job.jobId,
    cycleId: 'cccc0000-0000-4000-8000-000000000001',
    changeId: `dddd0000-0000-4000-8000-00000000000${number}`,
    provisioningAction: action,
    durationInMilliseconds: 1_000 * number + 234,
    servicePrincipal: job.servicePrincipal,
    sourceSystem: job.sourceSystem,
    targetSystem: job.targetSystem,
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    sourceIdentity: { ...identity, identityType: 'User', details: { id: identity.id, odatatype: 'User' } },
    targetIdentity: {
      id: action === 'create' ? '' : `t-${number}`,
      displayName: '',
      identityType: 'User',
      details: {},
    },
    provisioningStatusInfo: {
      status,
      errorInformation: error === undefined ? null : { ...error, additionalDetails: null, recommendedAction: null },
    },
    provisioningSteps: steps,
    modifiedProperties: modified.map(([displayName, oldValue, newValue]) => ({ displayName, oldValue, newValue })),
  };
}

function step(name: string, type: string, status: string, description: string, details: Record<string, string>): Step {
  return { name, provisioningStepType: type, status, description, details };
}

function timed(seconds: string, { provisioningStepType: type, ...rest }: Step): object {
  return { ...rest, type, timestamp: `2026-03-03T13:58:${seconds}Z` };
}

function scoping(
  answers: { readonly active: boolean; readonly assigned: boolean; readonly role: boolean; readonly filter: boolean },
  clauses: Readonly<Record<string, boolean>>,
): object {
  const word = (answer: boolean) => (answer ? 'True' : 'False');
  return step(
    'EntrySynchronizationScoping',
    'scoping',
    answers.filter ? 'success' : 'skipped',
    'Determine if User in scope by evaluating against each scoping filter',
    {
      'Active in the source system': word(answers.active),
      'Assigned to the application': word(answers.assigned),
      'User has the required role': word(answers.role),
      'Scoping filter evaluation passed': word(answers.filter),
      ScopeEvaluationResult: JSON.stringify(clauses),
    },
  );
}
