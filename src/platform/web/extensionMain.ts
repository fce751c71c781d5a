import type { ExtensionContext } from 'vscode';
import { activate as activateOn } from '../../extension/activate';
import type { ProvisioningLogApi } from '../../extension/api';
import { stampOf } from '../../extension/fileStamp';

/** Entry point in browsers (vscode.dev). */
export function activate(context: ExtensionContext): ProvisioningLogApi {
  return activateOn(context, {
    name: 'web',
    startWorker: () => Promise.reject(new Error('There is no reader yet.')),
    stamp: stampOf,
  });
}
