import { type Attribute, type Job, TENANT_ID } from './job';

const tenant = TENANT_ID.replaceAll('-', '');
const entra = { id: 'b1a4c6d2-0f35-4e0a-8f1b-7c52d9be4410', displayName: 'Microsoft Entra ID' };

const scimAttributes: readonly Attribute[] = [
  { source: 'userPrincipalName', target: 'userName', value: (s) => s.userPrincipalName },
  { source: 'accountEnabled', target: 'active', value: () => 'True' },
  { source: 'displayName', target: 'displayName', value: (s) => s.displayName },
  { source: 'givenName', target: 'name.givenName', value: (s) => s.givenName },
  { source: 'surname', target: 'name.familyName', value: (s) => s.familyName },
  { source: 'mail', target: 'emails[type eq "work"].value', value: (s) => `${s.login}@contoso.com` },
  { source: 'mailNickname', target: 'externalId', value: (s) => s.login },
  { source: 'jobTitle', target: 'title', value: (s) => s.title, former: (s) => s.formerTitle },
  {
    source: 'department',
    target: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
    value: (s) => s.department,
    former: (s) => s.formerDepartment,
  },
  { source: 'city', target: 'addresses[type eq "work"].locality', value: (s) => s.city },
];

const salesforceAttributes: readonly Attribute[] = [
  { source: 'userPrincipalName', target: 'Username', value: (s) => s.userPrincipalName },
  { source: 'mail', target: 'Email', value: (s) => `${s.login}@contoso.com` },
  { source: 'givenName', target: 'FirstName', value: (s) => s.givenName },
  { source: 'surname', target: 'LastName', value: (s) => s.familyName },
  { source: 'mailNickname', target: 'Alias', value: (s) => s.login },
  { source: 'accountEnabled', target: 'IsActive', value: () => 'True' },
  { source: 'appRoleAssignments', target: 'ProfileName', value: () => 'Standard User' },
  { source: 'jobTitle', target: 'Title', value: (s) => s.title, former: (s) => s.formerTitle },
  { source: 'department', target: 'Department', value: (s) => s.department, former: (s) => s.formerDepartment },
  { source: 'preferredLanguage', target: 'LanguageLocaleKey', value: () => 'en_US' },
  { source: 'timeZone', target: 'TimeZoneSidKey', value: () => 'Europe/Berlin' },
];

const workdayAttributes: readonly Attribute[] = [
  { source: 'WorkerID', target: 'employeeID', value: (s) => s.employeeId },
  { source: 'PreferredNameData', target: 'displayName', value: (s) => s.displayName },
  { source: 'PreferredFirstName', target: 'givenName', value: (s) => s.givenName },
  { source: 'PreferredLastName', target: 'sn', value: (s) => s.familyName },
  { source: 'UserID', target: 'sAMAccountName', value: (s) => s.login },
  { source: 'Email', target: 'userPrincipalName', value: (s) => s.userPrincipalName },
  { source: 'BusinessTitle', target: 'title', value: (s) => s.title, former: (s) => s.formerTitle },
  {
    source: 'SupervisoryOrganization',
    target: 'department',
    value: (s) => s.department,
    former: (s) => s.formerDepartment,
  },
  { source: 'Municipality', target: 'l', value: (s) => s.city },
  { source: 'Active', target: 'accountDisabled', value: () => 'False' },
  { source: 'OrgUnit', target: 'parentDistinguishedName', value: () => 'OU=People,DC=corp,DC=contoso,DC=com' },
];

const entraAttributes: readonly Attribute[] = [
  { source: 'displayName', target: 'displayName', value: (s) => s.displayName },
  { source: 'givenName', target: 'givenName', value: (s) => s.givenName },
  { source: 'surname', target: 'surname', value: (s) => s.familyName },
  { source: 'mail', target: 'mail', value: (s) => `${s.login}@contoso.com` },
  { source: 'userType', target: 'userType', value: () => 'Member' },
  { source: 'accountEnabled', target: 'accountEnabled', value: () => 'True' },
  { source: 'showInAddressList', target: 'showInAddressList', value: () => 'True' },
  { source: 'alternativeSecurityIds', target: 'alternativeSecurityIds', value: () => 'None' },
  { source: 'jobTitle', target: 'jobTitle', value: (s) => s.title, former: (s) => s.formerTitle },
  { source: 'department', target: 'department', value: (s) => s.department, former: (s) => s.formerDepartment },
  {
    source: 'proxyAddresses',
    target: 'proxyAddresses',
    value: (s) => `smtp:${s.login}@contoso.com, SMTP:${s.login}@contoso.org,  ... x500:/o=Contoso/cn=Recipients (6)`,
  },
];

/** The four jobs of the sample. */
export const sampleJobs: readonly Job[] = [
  {
    key: 'scim',
    jobId: `scim.${tenant}.4ba261ce-9f0e-4f1c-8d55-0f3a5f7a9d10`,
    servicePrincipal: { id: '0d5c1f7e-5f59-4f7c-9d2a-3a5b1a7c2e01', displayName: 'Contoso Expenses' },
    source: entra,
    target: { id: '7a20c1d3-6f64-4b0e-a1f5-2b8d0c9e4f02', displayName: 'customappsso' },
    applicationId: '2f9d4c1b-8a37-4e5d-b6c0-1d2e3f405162',
    targetType: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    isInbound: false,
    scopingFilter: "Employees only.employeeType EQUALS 'Employee'",
    attributes: scimAttributes,
  },
  {
    key: 'salesforce',
    jobId: `SalesforceOutDelta.${tenant}.c1d7a3f0-41c2-4f6e-9b43-6a7d8e9f0a11`,
    servicePrincipal: { id: '8c4e2b6a-1d3f-4a5b-8c7d-9e0f1a2b3c04', displayName: 'Salesforce' },
    source: entra,
    target: { id: '5e6f7a8b-9c0d-4e1f-a2b3-c4d5e6f7a805', displayName: 'Salesforce' },
    applicationId: '3a4b5c6d-7e8f-4901-a2b3-c4d5e6f70819',
    targetType: 'User',
    isInbound: false,
    attributes: salesforceAttributes,
  },
  {
    key: 'workday',
    jobId: `Workday2AD.${tenant}.d2e8b4a1-52d3-4a7f-8c54-7b8e9fa01b22`,
    servicePrincipal: { id: '9d5f3c7b-2e4a-4b6c-9d8e-0f1a2b3c4d05', displayName: 'Workday to Active Directory' },
    source: { id: '1b2c3d4e-5f60-4718-92a3-b4c5d6e7f806', displayName: 'Workday' },
    target: { id: '6f7a8b9c-0d1e-4f2a-b3c4-d5e6f7a8b907', displayName: 'Active Directory' },
    applicationId: '4b5c6d7e-8f90-4a12-b3c4-d5e6f708192a',
    targetType: 'User',
    sourceKey: (subject) => subject.employeeId,
    isInbound: true,
    scopingFilter: 'Active workers.StatusTerminated EQUALS 0',
    attributes: workdayAttributes,
  },
  {
    key: 'crossTenant',
    jobId: `Azure2Azure.${tenant}.e3f9c5b2-63e4-4b80-9d65-8c9fa0b12c33`,
    servicePrincipal: { id: 'ae604d8c-3f5b-4c7d-8e9f-1a2b3c4d5e06', displayName: 'Fabrikam (cross-tenant)' },
    source: entra,
    target: { id: '708b9cad-1e2f-403b-84d5-e6f7a8b9ca08', displayName: 'Microsoft Entra ID (target tenant)' },
    applicationId: '5c6d7e8f-90a1-4b23-84d5-e6f70819203b',
    targetType: 'User',
    isInbound: false,
    scopingFilter: "Marketing department filter.department EQUALS 'Marketing'",
    attributes: entraAttributes,
  },
];

/** The eight jobs of large logs: those of the sample and four more. */
export const allJobs: readonly Job[] = [
  ...sampleJobs,
  {
    key: 'serviceNow',
    jobId: `servicenow.${tenant}.f40ad6c3-74f5-4c91-8e76-9da0b1c23d44`,
    servicePrincipal: { id: 'bf715e9d-406c-4d8e-9fa0-2b3c4d5e6f07', displayName: 'ServiceNow' },
    source: entra,
    target: { id: '819cadbe-2f30-414c-95e6-f7a8b9cadb09', displayName: 'ServiceNow' },
    applicationId: '6d7e8f90-a1b2-4c34-95e6-f7081920314c',
    targetType: 'User',
    isInbound: false,
    attributes: salesforceAttributes,
  },
  {
    key: 'box',
    jobId: `BoxOutDelta.${tenant}.051be7d4-8506-4da2-9f87-aeb1c2d34e55`,
    servicePrincipal: { id: 'c0826fae-517d-4e9f-a0b1-3c4d5e6f7008', displayName: 'Box' },
    source: entra,
    target: { id: '92adbecf-3041-425d-a6f7-a8b9cadbec0a', displayName: 'Box' },
    applicationId: '7e8f90a1-b2c3-4d45-a6f7-08192031425d',
    targetType: 'User',
    isInbound: false,
    attributes: scimAttributes,
  },
  {
    key: 'cloudSync',
    jobId: `AD2AADProvisioning.${tenant}.162cf8e5-9617-4eb3-8098-bfc2d3e45f66`,
    servicePrincipal: { id: 'd19370bf-628e-4fa0-b1c2-4d5e6f708109', displayName: 'corp.contoso.com' },
    source: { id: 'a3becfd0-4152-436e-b708-b9cadbecfd0b', displayName: 'Active Directory' },
    target: entra,
    applicationId: '8f90a1b2-c3d4-4e56-b708-19203142536e',
    targetType: 'User',
    isInbound: true,
    attributes: entraAttributes,
  },
  {
    key: 'aws',
    jobId: `aws.${tenant}.273d09f6-a728-4fc4-91a9-c0d3e4f56a77`,
    servicePrincipal: { id: 'e2a481c0-739f-40b1-82d3-5e6f70819210', displayName: 'AWS IAM Identity Center' },
    source: entra,
    target: { id: 'b4cfd0e1-5263-447f-8819-cadbecfd0e0c', displayName: 'AWS IAM Identity Center' },
    applicationId: '90a1b2c3-d4e5-4f67-8819-20314253647f',
    targetType: 'urn:ietf:params:scim:schemas:core:2.0:User',
    isInbound: false,
    attributes: scimAttributes,
  },
];

/** The job with a key; a wrong key is a mistake in the generator. */
export function jobOf(key: string): Job {
  const job = allJobs.find((each) => each.key === key);
  if (job === undefined) throw new Error(`No job has the key ${key}.`);
  return job;
}
