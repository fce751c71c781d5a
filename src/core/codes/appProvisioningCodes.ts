import { documentation } from './documentation';
import type { ErrorCode } from './errorCode';
import { afterFix, retriedAutomatically, retriedIn40Minutes, whenObjectChanges } from './retries';

/** What the entries of the documentation's general table have in common. */
const general = {
  appliesTo: ['app', 'crossTenant', 'hrInbound', 'onPremisesAgent', 'cloudSync'],
  documentation: documentation.errorCodes,
  origin: 'documented',
  match: 'exactOrSuffix',
} as const satisfies Partial<ErrorCode>;

/** The general table of error codes: any connector may put its name in front of them. */
export const appProvisioningCodes: readonly ErrorCode[] = [
  {
    ...general,
    codes: ['EntryConflict', 'Conflict'],
    title: 'The target already has a conflicting object',
    cause:
      'A value that must be unique in the target belongs to another account or group already, or an account that should have been matched was treated as new.',
    steps: [
      'Find the object in the target that holds the same user name, mail address or ID.',
      'If it is somebody else, change the clashing value on one of the two sides.',
      'If it is the same person, correct the matching attribute, so that the account is taken over instead of created again.',
    ],
    retry: afterFix,
    turn: 'sourceData',
  },
  {
    ...general,
    codes: ['TooManyRequests'],
    title: 'The target is throttling',
    cause: 'The target application refused the request because it receives more calls than it accepts.',
    steps: [
      'Wait: the attempt is repeated.',
      'If it goes on for days, ask the owner of the target application for a higher limit, or narrow the scope.',
    ],
    retry: retriedAutomatically,
    turn: 'wait',
  },
  {
    ...general,
    codes: ['InternalServerError'],
    title: 'The target answered with a server error',
    cause: 'The target application failed unexpectedly while it handled the request; its service may be in trouble.',
    steps: [
      'Wait for the retry.',
      "If it goes on, look at the target's service health and hand the reason text to its owner.",
    ],
    retry: retriedIn40Minutes,
    turn: 'wait',
  },
  {
    ...general,
    codes: ['InsufficientRights', 'MethodNotAllowed', 'NotPermitted', 'Unauthorized'],
    title: 'Signed in, but not allowed to make the change',
    cause: 'The credentials work, but the target application does not let this account make the change.',
    steps: [
      "Compare the provisioning account's role or scope in the target with what the application's tutorial asks for.",
      'Grant what is missing, or have the operation enabled there.',
      'Press Test connection on the Provisioning page.',
    ],
    retry: afterFix,
    turn: 'targetOwner',
  },
  {
    ...general,
    codes: ['UnprocessableEntity'],
    title: 'The target could not process the request',
    cause:
      'The target understood the request but gave an answer that was not expected: it is misconfigured or in trouble.',
    steps: [
      'Read the web response inside the reason: it usually names the attribute.',
      'Correct the value or the mapping it complains about, or hand the text to the owner of the target application.',
    ],
    retry: afterFix,
    turn: 'targetOwner',
  },
  {
    ...general,
    codes: ['WebExceptionProtocolError'],
    title: 'The HTTP exchange with the target broke',
    cause: 'A protocol error occurred while the service was connected to the target application.',
    steps: ['Wait for the retry.', 'If it keeps happening, check certificate, proxy and address of the target.'],
    retry: retriedIn40Minutes,
    turn: 'wait',
  },
  {
    ...general,
    codes: ['InvalidAnchor'],
    title: 'The linked object is gone from the target',
    cause: 'The account that the service created or matched earlier no longer exists.',
    steps: [
      'Restore the account in the target, if it was removed by mistake.',
      'Otherwise restart the job through Microsoft Graph, which matches every object anew. This runs a full initial cycle, empties the cache of the service and may drop pending events.',
    ],
    retry: afterFix,
    turn: 'configuration',
  },
  {
    ...general,
    codes: ['NotImplemented'],
    title: 'The target does not support the call',
    cause:
      'The target application answered unexpectedly: it is configured for other operations, or its service is in trouble.',
    steps: [
      "Compare the configuration with the application's tutorial.",
      'Switch off the target object actions or mappings that its interface does not support.',
    ],
    retry: afterFix,
    turn: 'targetOwner',
  },
  {
    ...general,
    codes: ['MandatoryFieldsMissing', 'MissingValues'],
    title: 'Required values are missing',
    cause: 'The object could not be created because the target requires a value that the source object does not have.',
    steps: [
      'Look in Modified Properties for the attribute that the target requires and that is empty.',
      'Fill it in at the source.',
      'Or map another attribute to it, or give the mapping a default value.',
    ],
    retry: afterFix,
    turn: 'sourceData',
  },
  {
    ...general,
    codes: ['SchemaAttributeNotFound'],
    title: 'A mapped attribute does not exist in the target',
    cause: 'A mapping writes to an attribute that the target application does not have.',
    steps: ['Find the attribute in the reason text.', 'Correct or remove its mapping.'],
    retry: afterFix,
    turn: 'configuration',
  },
  {
    ...general,
    codes: ['InternalError'],
    title: 'The provisioning service failed inside',
    cause: 'An internal fault occurred in the Microsoft Entra provisioning service.',
    steps: ['Wait for the retry.', 'If it repeats, open a support case with the change ID and the time.'],
    retry: retriedIn40Minutes,
    turn: 'wait',
  },
  {
    ...general,
    codes: ['InvalidDomain'],
    title: 'The domain name is not accepted',
    cause: 'A value, often mail address or user name, contains a domain that the target does not allow.',
    steps: [
      'Change the domain of the value at the source.',
      "Or have the domain added to the target application's permitted list.",
    ],
    retry: afterFix,
    turn: 'sourceData',
  },
  {
    ...general,
    codes: ['Timeout'],
    title: 'The other side took too long',
    cause:
      'The target application did not answer in time. In cloud sync it was the on-premises agent, which has 10 minutes.',
    steps: [
      'Wait for the retry.',
      'If it keeps happening in cloud sync, check the agent and its network path; elsewhere ask the owner of the target application.',
    ],
    retry: retriedIn40Minutes,
    turn: 'wait',
  },
  {
    ...general,
    codes: ['LicenseLimitExceeded'],
    title: 'The target has no free license',
    cause: 'The account could not be created because no license is left for it in the target application.',
    steps: [
      'Free or buy licenses in the target.',
      'Or review who is assigned, and the mappings that set license or role.',
    ],
    retry: afterFix,
    turn: 'targetOwner',
  },
  {
    ...general,
    codes: ['DuplicateTargetEntries'],
    title: 'More than one match in the target',
    cause: 'Several objects in the target carry the value of the matching attribute, so none could be chosen.',
    steps: ['Remove or change the duplicate in the target.', 'Or match on an attribute that is unique there.'],
    retry: afterFix,
    turn: 'targetOwner',
  },
  {
    ...general,
    codes: ['DuplicateSourceEntries'],
    title: 'More than one match in the source',
    cause: 'Several objects in the source carry the value of the matching attribute.',
    steps: ['Remove or change the duplicate in the source.', 'Or match on an attribute that is unique there.'],
    retry: afterFix,
    turn: 'sourceData',
  },
  {
    ...general,
    codes: ['ImportSkipped'],
    title: 'The object could not be evaluated',
    cause:
      'Usually the source object has no value for the matching attribute, so scoping, matching and export cannot be worked out. It does not mean that the object is in scope.',
    steps: ['Fill in the matching attribute at the source.', 'Or match on an attribute that every object has.'],
    retry: whenObjectChanges,
    turn: 'sourceData',
  },
  {
    ...general,
    codes: ['EntrySynchronizationSkipped'],
    title: 'Looked at, nothing done',
    cause: 'The object was read but needed no action: it is out of scope, or source and target already agree.',
    steps: [
      'Usually nothing.',
      'If the object should have been provisioned, look at the scoping step and the skip reason.',
    ],
    retry: whenObjectChanges,
    turn: 'wait',
  },
  {
    ...general,
    codes: ['SchemaPropertyCanOnlyAcceptValue'],
    title: 'Several values for an attribute that takes one',
    cause: 'The source supplies many values, but the target attribute takes a single one.',
    steps: ['Map an attribute with a single value.', 'Or reduce the source to one value, or remove the mapping.'],
    retry: afterFix,
    turn: 'configuration',
    match: 'exactOrPrefix',
  },
];
