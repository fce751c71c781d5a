import { env, Uri, window } from 'vscode';
import type { ProvisioningEvent } from '../../core/model';
import { cloudNamed } from '../../core/portal/clouds';
import { portalPages } from '../../core/portal/portalPages';
import { valueOf } from '../report';
import { settings } from '../settings';
import { isTreeElement } from '../tree/treeElement';
import type { Command, Services } from './command';
import { eventMeant } from './whichEvent';

/** Opens the admin center's page of the user, the group or the application of an event, or its provisioning logs. */
export const openInAdminCenter: Command = {
  id: 'provisioningLog.openInAdminCenter',
  title: 'Open in Entra Admin Center…',
  doing: 'open the admin center',
  async run(services, argument) {
    const cloud = cloudNamed(settings.cloud);
    const items = portalPages(await eventOf(services, argument), cloud).map(({ title, detail, address }) => ({
      label: title,
      description: detail,
      detail: address,
      address,
    }));
    const chosen = await window.showQuickPick(items, {
      title: `Open in the Microsoft Entra Admin Center · ${cloud.title}`,
      placeHolder: 'Choose a page to open in the browser',
    });
    if (chosen !== undefined) await env.openExternal(Uri.parse(chosen.address, true));
  },
};

/** Without an event there are the provisioning logs. */
async function eventOf(services: Services, argument: unknown): Promise<ProvisioningEvent | undefined> {
  const isEvent = isTreeElement(argument) && argument.kind === 'node' && argument.node.row !== undefined;
  const isChosen = services.panel.current !== undefined || services.treeView.selectedEvent !== undefined;
  if (isTreeElement(argument) ? !isEvent : argument === undefined && !isChosen) return undefined;
  const { log, row } = await eventMeant(services, argument);
  return valueOf(await log.event(row));
}
