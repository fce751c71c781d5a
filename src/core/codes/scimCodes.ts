import { documentation } from './documentation';
import type { ErrorCode } from './errorCode';
import { afterFix } from './retries';

/** Codes of the generic SCIM connector, whose full name is part of them. */
export const scimCodes: readonly ErrorCode[] = [
  {
    codes: ['SystemForCrossDomainIdentityManagementMultipleEntriesInResponse'],
    title: 'The SCIM query returned several objects',
    cause:
      'A GET that should return one user or group returned more, or returned group members although they were excluded.',
    steps: [
      'Send the same filter query to the SCIM endpoint and look at what comes back.',
      'Have its filtering corrected: one resource an answer, and excluded attributes left out.',
    ],
    retry: afterFix,
    turn: 'targetOwner',
    appliesTo: ['app'],
    documentation: documentation.errorCodes,
    origin: 'documented',
    match: 'exact',
  },
  {
    codes: ['SystemForCrossDomainIdentityManagementServiceIncompatible'],
    title: 'The SCIM answer was not understood',
    cause:
      'The service could not read what the SCIM endpoint returned, for example wrong types, missing attributes, or 404 where an empty list is expected.',
    steps: [
      'Read the web response inside the reason.',
      'Hand it to the developer of the SCIM server, together with the description of the Entra SCIM client.',
    ],
    retry: afterFix,
    turn: 'targetOwner',
    appliesTo: ['app'],
    documentation: documentation.errorCodes,
    origin: 'documented',
    match: 'exact',
  },
  {
    codes: ['SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering'],
    title: 'The SCIM endpoint and its filter disagree',
    cause:
      'The filter query found no usable match, yet the endpoint refused the call that followed. Seen with answers of status 409: the account exists but is unclaimed, or must be active.',
    steps: [
      'Read the web response inside the reason.',
      'Resolve the conflict in the application, for example claim or activate the account.',
      'Or have the filtering of the SCIM server corrected, so that the existing account is found.',
    ],
    retry: {
      kind: 'afterFix',
      text: 'It is tried again; the first retry was seen about 6 hours later. It succeeds only once the cause is gone.',
    },
    turn: 'targetOwner',
    appliesTo: ['app'],
    documentation: documentation.scimCompatibility,
    origin: 'observed',
    match: 'exact',
  },
  {
    codes: ['SystemForCrossDomainIdentityManagementBadRequest'],
    title: 'The SCIM endpoint refused the request as malformed',
    cause: 'The endpoint answered with status 400: it does not accept the attributes or values that were sent.',
    steps: [
      'Read the web response inside the reason: it often names the attribute.',
      'Compare Modified Properties with what the application expects.',
      'Correct the mapping, or have the endpoint corrected.',
    ],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['app'],
    documentation: documentation.scimEndpoint,
    origin: 'observed',
    match: 'exact',
  },
  {
    codes: ['SystemForCrossDomainIdentityManagementBadResponse'],
    title: 'The target refused the write',
    cause:
      'Documented for HR to Active Directory: the agent passes on a refusal of the directory, for example a company or cn of more than 64 characters. SCIM endpoints can cause it, too.',
    steps: [
      'Find the attribute that the reason names, and its value in Modified Properties.',
      'Shorten or correct the value, limit it in the mapping with Mid, or map it to an attribute without that limit.',
    ],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['hrInbound', 'onPremisesAgent', 'app'],
    documentation: documentation.workdayCreation,
    origin: 'documented',
    match: 'exact',
  },
  {
    codes: ['SystemForCrossDomainIdentityManagementCredentialValidationUnavailable'],
    title: 'The target could not be reached for the test',
    cause:
      'The test call failed before credentials could be judged: no connection, a proxy or certificate problem, or an answer that is not SCIM.',
    steps: [
      'Check the tenant URL, the firewall, and the certificate: its subject has to be the name of the host.',
      'For on-premises applications see that agent and ECMA host run and share the secret token; a new agent needs up to 20 minutes.',
      'Press Test connection again.',
    ],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['app', 'onPremisesAgent'],
    documentation: documentation.onPremisesEcma,
    origin: 'documented',
    match: 'exact',
  },
  {
    codes: ['SystemForCrossDomainIdentityManagementCredentialValidationFailure'],
    title: 'The SCIM credentials were refused',
    cause: 'The token has expired or the test query was refused; the job goes into quarantine.',
    steps: [
      'Create a new token in the target application.',
      'Enter it under Admin Credentials on the Provisioning page and press Test connection.',
      'Restart provisioning.',
    ],
    retry: afterFix,
    turn: 'configuration',
    appliesTo: ['app'],
    documentation: documentation.scimCredentials,
    origin: 'observed',
    match: 'exact',
  },
];
