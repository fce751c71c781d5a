import type { ExtensionContext } from 'vscode';
import { activate as activateOn } from '../../extension/activate';
import type { ProvisioningLogApi } from '../../extension/api';
import { stampOf } from '../../extension/fileStamp';
import { startWorker } from './startWorker';

/** Entry point in browsers (vscode.dev). */
export function activate(context: ExtensionContext): ProvisioningLogApi {
  return activateOn(context, {
    name: 'web',
    startWorker: (files, host) => startWorker(context.extensionUri, files, host),
    stamp: stampOf,
  });
}
