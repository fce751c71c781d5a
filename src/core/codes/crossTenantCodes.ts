import { documentation } from './documentation';
import type { ErrorCode } from './errorCode';
import { afterFix } from './retries';

/** What the entries of the documentation's table for cross-tenant synchronization have in common. */
const crossTenant = {
  retry: afterFix,
  appliesTo: ['crossTenant'],
  documentation: documentation.crossTenantErrorCodes,
  origin: 'documented',
  match: 'exact',
} as const satisfies Partial<ErrorCode>;

/**
 * Codes of cross-tenant synchronization. Newer documentation prints "Microsoft Entra ID" where the log says
 * `AzureActiveDirectory`; the look-up takes both.
 */
export const crossTenantCodes: readonly ErrorCode[] = [
  {
    ...crossTenant,
    codes: ['AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService'],
    title: 'A property is owned elsewhere in the target tenant',
    cause:
      'Microsoft Graph refused to change a property because another service is its source of authority: documented for mail and showInAddressList, and for Exchange attributes such as extensionAttribute1 to 15 of users that once were synchronized from on-premises.',
    steps: [
      'For showInAddressList wait: the update may be repeated without it.',
      'Otherwise change the value in the target tenant itself; for Exchange attributes with Set-MailUser in Exchange Online.',
      'Or remove the mapping of that property.',
    ],
    retry: {
      kind: 'automatic',
      text: 'In some cases, such as showInAddressList, the update is repeated without the property; otherwise it needs a fix.',
    },
    turn: 'configuration',
  },
  {
    ...crossTenant,
    codes: ['AzureDirectoryB2BManagementPolicyCheckFailure'],
    title: 'Automatic redemption is not allowed',
    cause:
      'Automatic redemption of invitations is not switched on in the inbound settings of the target tenant, in the outbound settings of the source tenant, or in both. Test connection words it as invalid credentials.',
    steps: [
      'In the target tenant open the cross-tenant access settings for the source tenant and allow automatic redemption inbound.',
      'In the source tenant allow it outbound for the target tenant.',
      'Press Test connection.',
    ],
    turn: 'configuration',
    documentation: documentation.crossTenantConfigure,
  },
  {
    ...crossTenant,
    codes: ['AzureActiveDirectoryQuotaLimitExceeded'],
    title: 'The tenant has reached its object limit',
    cause: 'The target tenant holds as many directory objects as its limit allows.',
    steps: [
      'See whether the limit can be raised, for example by verifying a domain.',
      'Or remove objects that are not needed, deleted ones included.',
    ],
    turn: 'configuration',
  },
  {
    ...crossTenant,
    codes: ['InvitationCreationFailure'],
    title: 'The invitation failed',
    cause: 'The service tried to invite the user into the target tenant, and that failed.',
    steps: [
      'Check the collaboration restrictions of the target tenant for the domain of the user.',
      'If they allow it, open a support case with the change ID: the log does not say more.',
    ],
    turn: 'microsoftSupport',
  },
  {
    ...crossTenant,
    codes: ['InvitationCreationFailureInvalidPropertyValue'],
    title: 'A value in the invitation is not valid',
    cause:
      'The primary SMTP address is not valid, userType is neither guest nor member, or the address belongs to a group.',
    steps: [
      'Correct the mail attribute of the source user.',
      'Check that the mapping of userType yields guest or member.',
      'If a group in the target tenant has the same address, change one of the two.',
    ],
    turn: 'sourceData',
  },
  {
    ...crossTenant,
    codes: ['InvitationCreationFailureAmbiguousUser'],
    title: 'The address belongs to an internal user',
    cause: 'A proxy address of the invited user is already used by an internal user of the target tenant.',
    steps: [
      'Find the internal user in the target tenant with that proxy address.',
      'Remove that user or address, or take the source user out of scope.',
    ],
    turn: 'targetOwner',
  },
  {
    ...crossTenant,
    codes: ['InvitationCreationFailureUserAccountDisabled'],
    title: 'The account in the target tenant is disabled',
    cause: 'The user exists in the target tenant with a disabled account and an invitation that was not redeemed.',
    steps: ['Enable the account in the target tenant.', 'Provision the user again, for example on demand.'],
    turn: 'targetOwner',
  },
  {
    ...crossTenant,
    codes: ['AzureActiveDirectoryForbidden'],
    title: 'Invitations are blocked',
    cause:
      'The external collaboration settings of the target tenant let nobody invite guests, not even administrators, or the service may not change this object.',
    steps: [
      'Choose a less restrictive guest invite setting in the target tenant.',
      'If the reason speaks of an object that is mastered on-premises, take it out of scope.',
    ],
    turn: 'configuration',
    documentation: documentation.crossTenantConfigure,
  },
  {
    ...crossTenant,
    codes: ['AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises'],
    title: 'The target user is mastered on-premises',
    cause:
      'The user of the target tenant came from Active Directory and was converted to an external user, so the source of authority is still on-premises.',
    steps: [
      'Change the user where it is mastered.',
      'Take it out of scope, so that the failures end: cross-tenant synchronization cannot update it.',
    ],
    retry: { kind: 'none', text: 'No retry can succeed while the user is mastered on-premises.' },
    turn: 'configuration',
  },
  {
    ...crossTenant,
    codes: ['EntityTypeNotSupported'],
    title: 'This type of object is not synchronized',
    cause: 'Groups only say who is in scope; the groups themselves are not synchronized across tenants.',
    steps: ['Nothing to do; for provisioning on demand choose a user.'],
    retry: { kind: 'none', text: 'Nothing is retried.' },
    turn: 'wait',
  },
  {
    ...crossTenant,
    codes: ['AzureActiveDirectoryInsufficientRights'],
    title: 'The target user holds a directory role',
    cause:
      'The guest could not be deleted because it holds a role above user, helpdesk or user administrator in the target tenant.',
    steps: ['Remove the role from the user in the target tenant.'],
    turn: 'targetOwner',
    documentation: documentation.provisioningLogs,
  },
];
