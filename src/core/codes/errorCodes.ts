import { agentCodes } from './agentCodes';
import { appProvisioningCodes } from './appProvisioningCodes';
import { connectorCodes } from './connectorCodes';
import { crossTenantCodes } from './crossTenantCodes';
import type { ErrorCode } from './errorCode';
import { scimCodes } from './scimCodes';

/** Every error code we know; each family has a file of its own. */
export const errorCodes: readonly ErrorCode[] = [
  ...appProvisioningCodes,
  ...scimCodes,
  ...crossTenantCodes,
  ...agentCodes,
  ...connectorCodes,
];
