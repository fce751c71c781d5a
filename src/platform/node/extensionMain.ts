import type { ExtensionContext } from 'vscode';
import { activate as activateOn } from '../../extension/activate';
import type { ProvisioningLogApi } from '../../extension/api';
import { stampOf } from '../../extension/fileStamp';
import { startWorker } from './startWorker';

/** Entry point on the desktop and in remote windows. */
export function activate(context: ExtensionContext): ProvisioningLogApi {
  return activateOn(context, {
    name: 'node',
    startWorker: (files, host) => startWorker(context.extensionUri, files, host),
    stamp: stampOf,
  });
}
