import { documentation } from './documentation';
import type { ErrorCode } from './errorCode';
import { afterFix } from './retries';

/** Marks that stand inside reasons and step descriptions and say more than the error code does. */
export const reasonTexts: readonly ErrorCode[] = [
  {
    codes: ['UnableToResolveReferenceAttributeValue'],
    title: 'A referenced object could not be resolved',
    cause: 'A group member or a manager has no counterpart in the target: it is out of scope, or not yet created.',
    steps: ['Bring the referenced object into scope.', 'If it is there and the reference stays open, restart the job.'],
    retry: {
      kind: 'automatic',
      text: 'It is tried again by itself, and does not count toward the 40 % that lead to quarantine.',
    },
    turn: 'configuration',
    appliesTo: ['app', 'crossTenant', 'hrInbound', 'cloudSync'],
    documentation: documentation.logAnalytics,
    origin: 'documented',
    match: 'contains',
  },
  {
    codes: ['InvalidAttributeSyntax'],
    title: 'An empty or malformed value went to Active Directory',
    cause: 'Usually the HR system holds an empty text for an attribute that cannot be empty in Active Directory.',
    steps: ['Wrap the mapping in Switch or IgnoreFlowIfNullOrEmpty.'],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['hrInbound', 'onPremisesAgent'],
    documentation: documentation.hrUserCreation,
    origin: 'documented',
    match: 'contains',
  },
  {
    codes: ['ConstraintViolation-AtrErr', 'CONSTRAINT_ATT_TYPE'],
    title: 'The value breaks a rule of the Active Directory schema',
    cause: 'The value is too long, out of range or not unique for the attribute that the message names.',
    steps: ['Shorten or change the value, or make it unique, at the source or in the mapping.'],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['hrInbound', 'onPremisesAgent'],
    documentation: documentation.workday,
    origin: 'documented',
    match: 'contains',
  },
  {
    codes: ['OperationsError-SvcErr'],
    title: 'The container was not found',
    cause:
      'The default organizational unit or parentDistinguishedName points to a place that the forest does not have.',
    steps: ['Correct the default organizational unit, or the expression for parentDistinguishedName.'],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['hrInbound', 'onPremisesAgent'],
    documentation: documentation.workday,
    origin: 'documented',
    match: 'contains',
  },
  {
    codes: ['ExportErrorCustomContinueRun'],
    title: 'The LDAP directory refused the object class',
    cause: 'The objectClass holds a name that the directory does not know.',
    steps: ['Correct the mapping of objectClass.'],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['onPremisesAgent'],
    documentation: documentation.onPremisesEcma,
    origin: 'documented',
    match: 'contains',
  },
];
