/** One of Microsoft's clouds, each with addresses of its own. */
export interface Cloud {
  /** As in the setting `provisioningLog.cloud`. */
  readonly id: string;
  readonly title: string;
  /** The Microsoft Entra admin center, without a slash at the end. */
  readonly adminCenter: string;
  /** The root of Microsoft Graph, without a slash at the end. */
  readonly graph: string;
  /** What `Connect-MgGraph -Environment` calls it. */
  readonly graphEnvironment: string;
  /** Whether Microsoft Graph hands out provisioning logs there. */
  readonly hasProvisioningLogs: boolean;
}

/**
 * Every cloud, the global one first. Sources: https://learn.microsoft.com/graph/deployments (Graph roots),
 * https://learn.microsoft.com/graph/api/provisioningobjectsummary-list (where provisioning logs can be read),
 * https://learn.microsoft.com/entra/fundamentals/faq (hosts of the admin center); the one of US Government is for L4
 * and L5, as the Azure portal is.
 */
export const clouds = [
  {
    id: 'global',
    title: 'Global service',
    adminCenter: 'https://entra.microsoft.com',
    graph: 'https://graph.microsoft.com',
    graphEnvironment: 'Global',
    hasProvisioningLogs: true,
  },
  {
    id: 'usGovL4',
    title: 'US Government L4 (GCC High)',
    adminCenter: 'https://entra.microsoft.us',
    graph: 'https://graph.microsoft.us',
    graphEnvironment: 'USGov',
    hasProvisioningLogs: true,
  },
  {
    id: 'usGovL5',
    title: 'US Government L5 (DoD)',
    adminCenter: 'https://entra.microsoft.us',
    graph: 'https://dod-graph.microsoft.us',
    graphEnvironment: 'USGovDoD',
    hasProvisioningLogs: true,
  },
  {
    id: 'china',
    title: 'China, operated by 21Vianet',
    adminCenter: 'https://entra.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    graphEnvironment: 'China',
    hasProvisioningLogs: false,
  },
] as const satisfies readonly Cloud[];

/** The cloud of an id; the global one for anything else. */
export function cloudNamed(id: unknown): Cloud {
  return clouds.find((cloud) => cloud.id === id) ?? clouds[0];
}
