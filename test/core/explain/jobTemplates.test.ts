import * as assert from 'node:assert/strict';
import { readJobId } from '../../../src/core/explain/jobTemplates';

const tenant = '4b8c18bd2f9f4c0c8e8d3e5c06cf9c32';
const tenantId = '4b8c18bd-2f9f-4c0c-8e8d-3e5c06cf9c32';

describe('readJobId', () => {
  const titles: readonly [string, string][] = [
    ['scim', 'SCIM application'],
    ['aws', 'Amazon Web Services'],
    ['AD2AADProvisioning', 'Cloud sync from Active Directory to Microsoft Entra ID'],
    ['Azure2Azure', 'Cross-tenant synchronization'],
    ['DropboxSCIMOutDelta', 'Dropbox'],
    ['BoxOutDelta', 'Box'],
    ['zendesk', 'Zendesk'],
    ['ContosoHrOutDelta', 'Contoso Hr'],
    ['OutDelta', 'Out Delta'],
  ];
  for (const [template, title] of titles) {
    it(`reads ${template} as ${title}`, () => {
      assert.deepEqual(readJobId(`${template}.${tenant}.4ba261ce-0000-4000-8000-000000000000`), {
        template,
        title,
        tenantId,
      });
      assert.deepEqual(readJobId(`${template}.${tenant.toUpperCase()}`), { template, title, tenantId });
    });
  }

  it('leaves out a tenant that is no ID, as documentation writes it', () => {
    assert.equal(readJobId('ContosoOutDelta.7928d5b574424a97ne2d66f9j9972ecn')?.tenantId, undefined);
  });

  for (const text of ['', 'scim', 'scim.x', '{jobId}', 'anna@example.org', `${'x'.repeat(200)}.${tenant}`]) {
    it(`does not take ${JSON.stringify(text.slice(0, 20))} for a job ID`, () => {
      assert.equal(readJobId(text), undefined);
    });
  }
});
