import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ProvisioningEvent } from '../../../src/core/model';
import { cloudNamed, clouds } from '../../../src/core/portal/clouds';
import { portalPages } from '../../../src/core/portal/portalPages';
import { readEvent } from '../../../src/core/record/readEvent';

const id = '13C1A022-a6ca-41a6-b248-3a3ea47b7588';

function event(record: object): ProvisioningEvent {
  return readEvent({ bytes: new TextEncoder().encode(JSON.stringify(record)), key: 'k', file: 0, byteOffset: 0 });
}

describe('portalPages', () => {
  it('leads to the user, the application and the logs, in the cloud that is asked', () => {
    const pages = portalPages(
      event({
        sourceSystem: { displayName: 'Azure Active Directory' },
        targetSystem: { displayName: 'Box', details: { ApplicationId: id } },
        servicePrincipal: { id, displayName: 'Box' },
        sourceIdentity: { id, identityType: 'User' },
        targetIdentity: { id, identityType: 'User' },
      }),
      cloudNamed('usGovL4'),
    );
    assert.deepEqual(
      pages.map(({ title, address }) => `${title}: ${address}`),
      [
        'User (source): https://entra.microsoft.us/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/13c1a022-a6ca-41a6-b248-3a3ea47b7588',
        'Enterprise Application: https://entra.microsoft.us/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/13c1a022-a6ca-41a6-b248-3a3ea47b7588/appId/13c1a022-a6ca-41a6-b248-3a3ea47b7588',
        'Provisioning Logs: https://entra.microsoft.us/#view/Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/~/ProvisioningEvents',
      ],
    );
  });

  it('lets nothing but GUIDs into an address', () => {
    for (const hostile of ['../../evil', `${id}/../x`, `${id}?a=b`, `${id}\n`, 'https://evil.example', '']) {
      const pages = portalPages(
        event({
          sourceSystem: { displayName: 'Microsoft Entra ID' },
          targetSystem: { displayName: 'Microsoft Entra ID', details: { ApplicationId: hostile } },
          servicePrincipal: { id: hostile, displayName: 'Box' },
          sourceIdentity: { id: hostile, identityType: 'User' },
          targetIdentity: { id: hostile, identityType: 'Group' },
        }),
        cloudNamed('global'),
      );
      assert.deepEqual(
        pages.map(({ title }) => title),
        ['Provisioning Logs'],
      );
    }
  });

  it('leads to no other address, whatever a log holds', () => {
    const address =
      /^https:\/\/entra\.microsoft(?:\.com|\.us|online\.cn)\/#view\/\w+\/\w+\/~\/\w+(?:\/(?:userId|groupId|objectId|appId)\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})*$/;
    const drawn = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .tuple(fc.constantFrom('', '/', '%2f', ' ', '{'), fc.constant(id), fc.constantFrom('', '\n', '}', '#'))
        .map((parts) => parts.join('')),
    );
    const kind = fc.oneof(fc.constantFrom('User', 'urn:x:Group', '__proto__'), drawn);
    const party = fc.record({
      id: drawn,
      displayName: drawn,
      identityType: kind,
      details: fc.record({ ApplicationId: drawn }),
    });
    const system = fc.oneof(party, fc.constant({ displayName: 'Microsoft Entra ID' }));
    const record = fc.record({
      ...{ sourceSystem: system, targetSystem: system, servicePrincipal: party },
      ...{ sourceIdentity: party, targetIdentity: party },
    });
    fc.assert(
      fc.property(record, fc.constantFrom(...clouds), (each, cloud) => {
        for (const page of portalPages(event(each), cloud)) assert.match(page.address, address);
      }),
    );
  });

  it('knows groups in the target, and no page for other kinds of objects', () => {
    const record = (identityType: string): ProvisioningEvent =>
      event({ targetSystem: { displayName: 'Microsoft Entra ID' }, targetIdentity: { id, identityType } });
    const titles = (type: string) => portalPages(record(type), cloudNamed('global')).map(({ title }) => title);
    assert.deepEqual(titles('urn:ietf:params:scim:schemas:core:2.0:Group'), ['Group (target)', 'Provisioning Logs']);
    assert.deepEqual(titles('RolesCompound'), ['Provisioning Logs']);
    assert.equal(portalPages(undefined, cloudNamed('global')).length, 1);
  });

  it('takes the global cloud for an unknown one', () => {
    assert.equal(cloudNamed('mars'), clouds[0]);
    assert.equal(new Set(clouds.map((cloud) => cloud.id)).size, clouds.length);
  });
});
