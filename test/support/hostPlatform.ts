import * as vscode from 'vscode';
import type { Platform } from '../../src/extension/platform';

let platform: Platform | undefined;

/** Called by the suite of each host before any test: the two have different platforms. */
export function useHostPlatform(ofHost: Platform): void {
  platform = ofHost;
}

/** The platform of the host that the suite runs in, with real workers. */
export function hostPlatform(): Platform {
  if (platform === undefined) throw new Error('The suite did not say which platform it runs on.');
  return platform;
}

/** Where the suite's own platform keeps what it unpacks. Nothing is there before it does. */
export function storageFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The suite needs a folder.');
  return vscode.Uri.joinPath(folder.uri, 'storage of the suite');
}

/** Where the extension is installed that is tested. */
export function extensionFolder(): vscode.Uri {
  const extension = vscode.extensions.getExtension('provlog.provisioning-log-analyzer');
  if (extension === undefined) throw new Error('The extension is not installed.');
  return extension.extensionUri;
}
