import type { ExtensionContext } from 'vscode';
import { activateOn } from '../../extension/activate';
import type { ProvisioningLogApi } from '../../extension/api';
import { webPlatform } from './webPlatform';

/** For the desktop's entry point, which is built without the extension: both platforms share one bundle. */
export { activateOn };

/** Entry point in browsers (vscode.dev). */
export function activate(context: ExtensionContext): ProvisioningLogApi {
  return activateOn(context, webPlatform(context.extensionUri));
}
