import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { MAX_TEXT_BYTES } from '../../../src/core/record/jsonNode';
import { readEvent } from '../../../src/core/record/readEvent';
import type { ProvisioningEvent } from '../../../src/core/model';

function read(record: unknown): ProvisioningEvent {
  return readText(typeof record === 'string' ? record : JSON.stringify(record));
}

function readText(text: string): ProvisioningEvent {
  return readEvent({ bytes: new TextEncoder().encode(text), key: 'k#2', file: 1, byteOffset: 77 });
}

const graphRecord = {
  id: 'a3f2b676-f27c-4b1e-9d34-1c5be08d2a11',
  activityDateTime: '2026-07-17T12:31:10Z',
  tenantId: '4b8c18bd-2f9f-4d1c-8f00-000000000001',
  jobId: 'scim.4b8c18bd2f9f.4ba261ce',
  cycleId: 'cycle-1',
  changeId: 'change-1',
  provisioningAction: 'create',
  durationInMilliseconds: 91009,
  provisioningStatusInfo: {
    status: 'failure',
    errorInformation: {
      errorCode: 'SalesforceLicenseLimitExceeded',
      reason: 'StatusCode: BadRequest\r\nMessage: no licence left',
      additionalDetails: null,
      errorCategory: 'nonServiceFailure',
      recommendedAction: null,
    },
  },
  provisioningSteps: [
    {
      name: 'EntryImport',
      provisioningStepType: 'matching',
      status: 'success',
      description: 'Found it',
      details: { namegivenName: 'Ann', urnextuserdept: 'IT', empty: '', ReportableIdentifier: 'anna@contoso.com' },
    },
    {
      name: 'EntryExportAdd',
      provisioningStepType: 'export',
      status: 'failure',
      description: 'Failed',
      details: { nested: { b: [1.0, 'x'] }, none: null, flag: true, count: 12 },
    },
  ],
  modifiedProperties: [
    { displayName: 'name.givenName', oldValue: null, newValue: 'Anna' },
    { displayName: 'urn:ext:user:dept', oldValue: null, newValue: null },
    { displayName: 'empty', oldValue: null, newValue: 'x' },
    { displayName: 'title', oldValue: 'Dr', newValue: '' },
  ],
  servicePrincipal: { id: 'sp', displayName: 'Salesforce HR' },
  sourceSystem: { id: 'src', displayName: 'Azure Active Directory', details: {} },
  targetSystem: { id: 'trg', displayName: 'customappsso', details: { ApplicationId: 'app' } },
  initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
  sourceIdentity: {
    id: 's-1',
    displayName: 'Anna Müller',
    identityType: 'User',
    details: { UserPrincipalName: 'anna@contoso.com' },
  },
  targetIdentity: { id: '', displayName: '', identityType: 'User', details: {} },
};

describe('readEvent', () => {
  it('reads a Graph record whole', () => {
    const text = JSON.stringify(graphRecord);
    assert.deepEqual(readText(text), {
      key: 'k#2',
      id: graphRecord.id,
      changeId: 'change-1',
      jobId: 'scim.4b8c18bd2f9f.4ba261ce',
      cycleId: 'cycle-1',
      time: '2026-07-17T12:31:10.000Z',
      action: 'create',
      status: 'failure',
      errorCode: 'SalesforceLicenseLimitExceeded',
      sourceSystem: 'Azure Active Directory',
      targetSystem: 'customappsso',
      identity: 'Anna Müller',
      durationMs: 91009,
      file: 1,
      byteOffset: 77,
      byteLength: new TextEncoder().encode(text).length,
      steps: [
        {
          name: 'EntryImport',
          type: 'matching',
          status: 'success',
          description: 'Found it',
          details: [
            { name: 'namegivenName', value: 'Ann' },
            { name: 'urnextuserdept', value: 'IT' },
            { name: 'empty', value: '' },
            { name: 'ReportableIdentifier', value: 'anna@contoso.com' },
          ],
        },
        {
          name: 'EntryExportAdd',
          type: 'export',
          status: 'failure',
          description: 'Failed',
          details: [
            { name: 'nested', value: '{"b":[1,"x"]}' },
            { name: 'none', value: null },
            { name: 'flag', value: 'true' },
            { name: 'count', value: '12' },
          ],
        },
      ],
      modifiedProperties: [
        { name: 'name.givenName', oldValue: 'Ann', newValue: 'Anna', recovered: true },
        { name: 'urn:ext:user:dept', oldValue: 'IT', newValue: null, recovered: true },
        { name: 'empty', oldValue: null, newValue: 'x', recovered: false },
        { name: 'title', oldValue: 'Dr', newValue: '', recovered: false },
      ],
      error: {
        code: 'SalesforceLicenseLimitExceeded',
        reason: 'StatusCode: BadRequest\r\nMessage: no licence left',
        details: '',
        category: 'nonServiceFailure',
        recommendedAction: '',
      },
      jobName: 'Salesforce HR',
      servicePrincipal: { id: 'sp', displayName: 'Salesforce HR', details: [] },
      source: { id: 'src', displayName: 'Azure Active Directory', details: [] },
      target: { id: 'trg', displayName: 'customappsso', details: [{ name: 'ApplicationId', value: 'app' }] },
      sourceIdentity: {
        id: 's-1',
        displayName: 'Anna Müller',
        type: 'User',
        details: [{ name: 'UserPrincipalName', value: 'anna@contoso.com' }],
      },
      targetIdentity: { id: '', displayName: '', type: 'User', details: [] },
      initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', type: 'system', details: [] },
      tenantId: graphRecord.tenantId,
      raw: text,
      rawIsCut: false,
    });
  });

  it('reads every name in any case', () => {
    const swap = (text: string): string => text.replace(/"(\w+)":/g, (_all, key: string) => `"${key.toUpperCase()}":`);
    const strip = ({ raw, steps, modifiedProperties, ...rest }: ProvisioningEvent): unknown => ({
      ...rest,
      raw: raw.toLowerCase(),
      steps: steps.map((step) => ({ ...step, details: step.details.length })),
      properties: modifiedProperties.map((property) => property.name),
    });
    const text = JSON.stringify(graphRecord);
    const lower = (value: unknown): string => JSON.stringify(value).toLowerCase();
    assert.equal(lower(strip(readText(swap(text)))), lower(strip(readText(text))));
  });

  it('reads the legacy names and integers', () => {
    const event = read({
      action: 'Update',
      statusInfo: { Status: 1, errorCode: 'BoxEntryConflict', reason: 'there already' },
      provisioningSteps: [{ Name: 'EntryExportUpdate', Type: 5, Status: 1 }],
      servicePrincipal: [{ Id: 'sp', Name: 'Box' }],
      initiatedBy: { Id: 'u', Name: 'Bea', initiatingType: 'user' },
      durationMs: '12',
    });
    assert.equal(event.action, 'update');
    assert.equal(event.status, 'failure');
    assert.equal(event.errorCode, 'BoxEntryConflict');
    assert.equal(event.error?.reason, 'there already');
    assert.deepEqual(event.steps, [
      { name: 'EntryExportUpdate', type: 'export', status: 'failure', description: '', details: [] },
    ]);
    assert.deepEqual(event.servicePrincipal, { id: 'sp', displayName: 'Box', details: [] });
    assert.equal(event.initiatedBy.type, 'user');
    assert.equal(event.durationMs, 12);
  });

  it('reads when a step was logged, where the log says so', () => {
    const steps = [{ name: 'EntryImport', timestamp: '2020-06-26T13:58:24.5494971Z' }, { timestamp: 'soon' }, {}];
    assert.deepEqual(
      read({ provisioningSteps: steps }).steps.map(({ time }) => time),
      ['2020-06-26T13:58:24.549Z', undefined, undefined],
    );
  });

  it('has no error when the log says none', () => {
    const event = read({ provisioningStatusInfo: { status: 'success', errorInformation: null } });
    assert.equal(event.error, undefined);
    assert.equal('errorCode' in event, false);
    assert.equal(event.status, 'success');
    assert.equal(read({ provisioningStatusInfo: { errorInformation: { errorCode: null } } }).error, undefined);
  });

  it('labels the identity by what a step says when the source has no name', () => {
    const steps = [{ details: { userName: 'anna' } }, { details: { reportableIdentifier: 'A-7' } }];
    assert.equal(read({ provisioningSteps: steps, sourceIdentity: { id: '701984' } }).identity, 'A-7');
    assert.equal(read({ provisioningSteps: steps.slice(0, 1) }).identity, 'anna');
    assert.equal(read({ sourceIdentity: { id: '701984', displayName: ' ' } }).identity, '701984');
  });

  it('takes the last of repeated names', () => {
    assert.equal(readText('{"changeId":"first","ChangeId":"last"}').changeId, 'last');
  });

  it('shows steps that another tool flattened to text', () => {
    const [step] = read({ provisioningSteps: ['@{name=EntryImport; status=success}'] }).steps;
    assert.equal(step?.description, '@{name=EntryImport; status=success}');
    assert.equal(step.status, 'unknown');
  });

  it('reads what stands before the cut of a record', () => {
    const text = JSON.stringify(graphRecord);
    const event = readText(text.slice(0, text.indexOf('"modifiedProperties"')));
    assert.equal(event.errorCode, 'SalesforceLicenseLimitExceeded');
    assert.equal(event.steps.length, 2);
    assert.deepEqual(event.modifiedProperties, []);
  });

  it('takes any value in any field', () => {
    const fields = fc.dictionary(fc.constantFrom(...Object.keys(graphRecord)), fc.jsonValue({ maxDepth: 4 }));
    fc.assert(
      fc.property(fc.oneof(fields, fc.jsonValue()), (record) => {
        const event = read(JSON.stringify(record));
        assert.equal(event.raw, JSON.stringify(record));
      }),
    );
  });

  it('reads a record that is nested 100,000 levels deep, and one with a text of 100 MB', () => {
    const nested = `${'[{"x":'.repeat(50_000)}1${'}]'.repeat(50_000)}`;
    const deep = readText(`{"provisioningSteps":[{"details":{"n":${nested},"m":"x"}}],"id":"deep"}`);
    assert.equal(deep.id, 'deep');
    assert.deepEqual(deep.steps[0]?.details, [
      { name: 'n', value: nested },
      { name: 'm', value: 'x' },
    ]);
    const bytes = new Uint8Array(100 * 1024 * 1024).fill(0x78);
    bytes.set(new TextEncoder().encode('{"modifiedProperties":[{"displayName":"photo","newValue":"'));
    bytes.set(new TextEncoder().encode('"}],"id":"long"}'), bytes.length - 16);
    const long = readEvent({ bytes, key: 'k', file: 0, byteOffset: 0 });
    assert.equal(long.id, 'long');
    assert.equal(long.modifiedProperties[0]?.newValue?.length, MAX_TEXT_BYTES + 1);
    assert.ok(long.rawIsCut);
  });

  it('cuts a raw text beyond the limit in front of a character', () => {
    const event = read({ id: 'x', changeId: 'é'.repeat(MAX_TEXT_BYTES / 2) });
    assert.equal(event.rawIsCut, true);
    assert.ok(event.raw.endsWith('é'));
    assert.equal(event.id, 'x');
    assert.equal(event.changeId.length, MAX_TEXT_BYTES / 2);
  });
});
