import type { ProvisioningEvent } from '../model';
import { ENTRA_ID, isSameSystem } from '../record/labels';
import type { Cloud } from './clouds';

/** A page of the admin center that an event leads to. */
export interface PortalPage {
  readonly title: string;
  /** What of the log the address holds, for people; `""` when it holds nothing of it. */
  readonly detail: string;
  readonly address: string;
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The pages that exist for an event: its users and groups, its application, and the provisioning logs, which are there
 * for every event. Only GUIDs get from the log into an address; anything else a log names is left out.
 */
export function portalPages(event: ProvisioningEvent | undefined, cloud: Cloud): readonly PortalPage[] {
  const logs = page(cloud, 'Provisioning Logs', '', 'Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/~/ProvisioningEvents');
  return event === undefined ? [logs] : [...objectPages(event, cloud), ...applicationPages(event, cloud), logs];
}

/** An object has a page only in the directory itself: the other side's IDs are those of another system. */
function objectPages(
  { source, target, sourceIdentity, targetIdentity }: ProvisioningEvent,
  cloud: Cloud,
): PortalPage[] {
  const sides = [
    { system: source, identity: sourceIdentity, side: 'source' },
    { system: target, identity: targetIdentity, side: 'target' },
  ];
  return sides.flatMap(({ system, identity: { id, type }, side }) => {
    if (!isSameSystem(system.displayName, ENTRA_ID) || !guid.test(id)) return [];
    const kind = type.slice(type.lastIndexOf(':') + 1).toLowerCase();
    const found = objectKinds.find((candidate) => candidate.type === kind);
    return found === undefined ? [] : [page(cloud, `${found.title} (${side})`, id, `${found.path}${id.toLowerCase()}`)];
  });
}

const objectKinds = [
  { type: 'user', title: 'User', path: 'Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/' },
  { type: 'group', title: 'Group', path: 'Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/' },
];

function applicationPages({ servicePrincipal, target }: ProvisioningEvent, cloud: Cloud): PortalPage[] {
  const id = servicePrincipal.id;
  if (!guid.test(id)) return [];
  const applicationId = target.details.find(({ name }) => name.toLowerCase() === 'applicationid')?.value ?? '';
  const application = guid.test(applicationId) ? `/appId/${applicationId.toLowerCase()}` : '';
  const path = `Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${id.toLowerCase()}${application}`;
  return [page(cloud, 'Enterprise Application', id, path)];
}

function page(cloud: Cloud, title: string, detail: string, path: string): PortalPage {
  return { title, detail, address: `${cloud.adminCenter}/#view/${path}` };
}
