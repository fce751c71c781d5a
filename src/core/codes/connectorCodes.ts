import { documentation } from './documentation';
import type { ErrorCode } from './errorCode';
import { afterFix } from './retries';

/** Codes that the tutorials of single applications document. */
export const connectorCodes: readonly ErrorCode[] = [
  {
    codes: ['SalesforceLicenseLimitExceeded'],
    title: 'Salesforce has no license left',
    cause: 'Salesforce has no free license for this user.',
    steps: ['Free or buy licenses in Salesforce.', 'Or review who is assigned, and with which role.'],
    retry: afterFix,
    turn: 'targetOwner',
    appliesTo: ['app'],
    documentation: documentation.salesforce,
    origin: 'documented',
    match: 'exact',
  },
  {
    codes: ['SalesforceDuplicateUserName'],
    title: 'The Salesforce user name is taken',
    cause:
      'User names are unique across all tenants of Salesforce, and this one, by default the userPrincipalName, is used in another.',
    steps: [
      'Rename the user in the other tenant, if you run it, or map another value to the user name.',
      'Or remove the assignment.',
    ],
    retry: { kind: 'automatic', text: 'It is tried again in the next cycle, and succeeds once the name is free.' },
    turn: 'configuration',
    appliesTo: ['app'],
    documentation: documentation.salesforce,
    origin: 'documented',
    match: 'exact',
  },
  {
    codes: ['SalesforceRequiredFieldMissing'],
    title: 'A field that Salesforce requires is missing',
    cause:
      'Salesforce creates and changes users only with all required fields; one, such as mail address or alias, is empty.',
    steps: [
      'Fill in the attribute at the source.',
      'Language, locale and time zone have mappings without a source: give them one.',
      'Or keep such users out with a scoping filter.',
    ],
    retry: afterFix,
    turn: 'sourceData',
    appliesTo: ['app'],
    documentation: documentation.salesforce,
    origin: 'documented',
    match: 'exact',
  },
  {
    codes: ['InvalidLookupReference'],
    title: 'ServiceNow does not know the referenced value',
    cause: 'A value such as department or location has no entry in the table that ServiceNow looks it up in.',
    steps: [
      'Add the entry to that table in ServiceNow.',
      'Or write the value at the source exactly as the table does.',
    ],
    retry: afterFix,
    turn: 'targetOwner',
    appliesTo: ['app'],
    documentation: documentation.serviceNow,
    origin: 'documented',
    match: 'exactOrSuffix',
  },
  {
    codes: ['EntryJoiningPropertyValueIsMissing'],
    title: 'The matching attribute is empty',
    cause: 'The source object, a user or a group, has no value for the attribute by which it is matched.',
    steps: [
      'See in the attribute mappings which attribute is the matching one.',
      'Fill it in at the source.',
      'Or match on an attribute that every object has.',
    ],
    retry: afterFix,
    turn: 'sourceData',
    appliesTo: ['app', 'hrInbound'],
    documentation: documentation.serviceNow,
    origin: 'documented',
    match: 'exact',
  },
  {
    codes: ['ServiceNowInstanceInvalid'],
    title: 'The ServiceNow instance cannot be reached',
    cause:
      'Instance name or credentials are wrong, or the instance asks for authentication in a way that the test does not answer. Self-hosted instances are not supported.',
    steps: [
      'Check instance name and administrator credentials on the Provisioning page.',
      'In ServiceNow set the two options that require basic authentication for incoming SCHEMA and SOAP requests to No.',
      'If that does not help, let ServiceNow support switch on SOAP debugging.',
    ],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['app'],
    documentation: documentation.serviceNow,
    origin: 'documented',
    match: 'exact',
  },
];
