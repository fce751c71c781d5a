import type { ProvisioningEvent } from '../../src/core/model';
import { eventWith, eventWithoutError } from './eventFixture';

const costCenter = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter';

/** A failure whose reason holds a SCIM error, with a step that waits for another attempt. */
export const failedEvent: ProvisioningEvent = eventWith({
  key: 'failed',
  errorCode: 'SystemForCrossDomainIdentityManagementServiceConflict',
  error: {
    code: 'SystemForCrossDomainIdentityManagementServiceConflict',
    reason: [
      'StatusCode: Conflict',
      'Message: Processing of the HTTP request resulted in an exception.',
      'Web Response: {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness","detail":"userName <b>anna</b> is taken"}. This operation was retried 3 times. It will be retried again after this date: 2026-01-03T09:00:00.0000000Z UTC',
    ].join('\n'),
    details: '',
    category: 'Failure',
    recommendedAction: '',
  },
  steps: [
    {
      name: 'EntryEscrowRetry',
      type: 'processing',
      status: 'failure',
      description: '',
      details: [
        { name: 'CountProcessed', value: '4' },
        { name: 'NextAttempt', value: '2026-01-03T09:00:00Z' },
        { name: 'Origin', value: 'Provisioning' },
      ],
    },
  ],
  modifiedProperties: [
    { name: costCenter, oldValue: '<img src=x onerror=alert(1)>', newValue: '4711', recovered: true },
    { name: 'AccountDisabled', oldValue: null, newValue: 'False', recovered: false },
    {
      name: 'description',
      oldValue: `${'word '.repeat(15)}old`,
      newValue: `${'word '.repeat(15)}new`,
      recovered: false,
    },
    { name: 'addresses', oldValue: '', newValue: '{"city":"Graz"}', recovered: false },
    { name: 'proxyAddresses', oldValue: 'a', newValue: 'X, 5,  ... Z (5)', recovered: false },
  ],
});

/** A skip that a scoping filter caused, in a log that says nothing of roles. */
export const skippedEvent: ProvisioningEvent = eventWithoutError({
  key: 'skipped',
  status: 'skipped',
  action: 'other',
  steps: [
    { name: 'EntryImport', type: 'import', status: 'success', description: '', details: [] },
    {
      name: 'EntrySynchronizationSkip',
      type: 'export',
      status: 'skipped',
      description: '1) The object <b>is</b> out of scope.',
      details: [
        { name: 'Active in the source system', value: 'True' },
        { name: 'Assigned to the application', value: 'True' },
        { name: 'Scoping filter evaluation passed', value: 'False' },
        { name: 'ScopeEvaluationResult', value: '{"Staff.department EQUALS \'<b>Sales</b>\'":false}' },
        { name: 'SkipReason', value: 'NotEffectivelyEntitled' },
      ],
    },
  ],
});

/** A success that wrote nothing. */
export const unchangedEvent: ProvisioningEvent = eventWithoutError({
  key: 'unchanged',
  status: 'success',
  action: 'update',
  steps: [{ name: 'EntryImport', type: 'import', status: 'success', description: '', details: [] }],
  modifiedProperties: [],
});
