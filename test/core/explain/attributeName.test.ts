import * as assert from 'node:assert/strict';
import { readableAttribute } from '../../../src/core/explain/attributeName';

describe('readableAttribute', () => {
  const names: readonly [string, string, string?][] = [
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter', 'costCenter', 'SCIM enterprise user'],
    ['URN:IETF:params:scim:schemas:core:2.0:User:userName', 'userName', 'SCIM user'],
    ['urn:ietf:params:scim:schemas:core:2.0:Group:members', 'members', 'SCIM group'],
    ['urn:ietf:params:scim:schemas:core:2.0:User.name.givenName', 'name.givenName', 'SCIM user'],
    ['urn:ietf:params:scim:schemas:extension:Contoso:2.0:User:badge.no', 'badge.no', 'Contoso extension'],
    ['urnietfparamsscimschemasextensionenterprise20UsercostCenter', 'costCenter', 'SCIM enterprise user'],
    ['urnietfparamsscimschemascore20UseruserName', 'userName', 'SCIM user'],
    ['urnietfparamsscimschemasextensionContoso20UserbadgeNo', 'badgeNo', 'Contoso extension'],
    ['emails[type eq "work"].value', 'emails (work)'],
    ['emails[type eq "work"]value', 'emails (work)'],
    ['addresses[type eq "work"].postalCode', 'addresses (work).postalCode'],
    ['name.givenName', 'name.givenName'],
    ['userPrincipalName', 'userPrincipalName'],
    ['', ''],
    ['urn:ietf:params:scim:schemas:', 'urn:ietf:params:scim:schemas:'],
  ];
  for (const [attribute, name, schema] of names) {
    it(`reads ${attribute || 'no name'} as ${name || 'no name'}`, () => {
      assert.deepEqual(readableAttribute(attribute), schema === undefined ? { name } : { name, schema });
    });
  }

  it('takes long names in linear time', () => {
    const name = `urn:ietf:params:scim:schemas:extension:${'a:1.0:'.repeat(50_000)}`;
    assert.ok(readableAttribute(name).name.length > 0);
    assert.ok(readableAttribute(`urnietfparamsscimschemasextension${'20User'.repeat(50_000)}`).name.length > 0);
  });
});
