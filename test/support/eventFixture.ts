import type { ProvisioningEvent } from '../../src/core/model';

/** A failed creation of Anna Müller in Salesforce without any word on its failure, changed as asked. */
export function eventWithoutError(changes: Partial<ProvisioningEvent> = {}): ProvisioningEvent {
  const nobody = { id: '', displayName: '', type: '', details: [] };
  return {
    key: 'event-1',
    id: 'event-1',
    changeId: 'change-1',
    jobId: 'salesforce.4b8c.4ba2',
    cycleId: 'cycle-1',
    time: '2026-01-02T03:04:05.000Z',
    action: 'create',
    status: 'failure',
    sourceSystem: 'Microsoft Entra ID',
    targetSystem: 'Salesforce',
    identity: 'Anna Müller',
    durationMs: 4_200,
    file: 0,
    byteOffset: 1,
    byteLength: 10,
    steps: [],
    modifiedProperties: [],
    jobName: 'Salesforce HR',
    servicePrincipal: { id: 'sp', displayName: 'Salesforce HR', details: [] },
    source: { id: 's', displayName: 'Microsoft Entra ID', details: [] },
    target: { id: 't', displayName: 'Salesforce', details: [{ name: 'ApplicationId', value: 'app' }] },
    sourceIdentity: { id: 'a', displayName: 'Anna Müller', type: 'User', details: [] },
    targetIdentity: nobody,
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', type: 'system', details: [] },
    tenantId: 'tenant',
    raw: '{"id":"event-1"}',
    rawIsCut: false,
    ...changes,
  };
}

/** The same event with an error. */
export function eventWith(changes: Partial<ProvisioningEvent> = {}): ProvisioningEvent {
  return eventWithoutError({
    errorCode: 'SalesforceLicenseLimitExceeded',
    error: {
      code: 'SalesforceLicenseLimitExceeded',
      reason: 'No licence is left.',
      details: '',
      category: 'failure',
      recommendedAction: '',
    },
    ...changes,
  });
}
