import type { ExtensionContext } from 'vscode';
import { activateOn } from '../../extension/activate';
import type { ProvisioningLogApi } from '../../extension/api';
import { nodePlatform } from './nodePlatform';

/** Entry point on the desktop and in remote windows. */
export function activate(context: ExtensionContext): ProvisioningLogApi {
  return activateOn(context, nodePlatform(context.extensionUri, context.globalStorageUri));
}
