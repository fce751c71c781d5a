import type { ExtensionContext } from 'vscode';
import { activate as activateOn } from '../../extension/activate';
import type { ProvisioningLogApi } from '../../extension/api';
import { webPlatform } from './webPlatform';

/** Entry point in browsers (vscode.dev). */
export function activate(context: ExtensionContext): ProvisioningLogApi {
  return activateOn(context, webPlatform(context.extensionUri));
}
