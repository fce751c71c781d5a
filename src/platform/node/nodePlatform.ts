import { workspace, type Uri } from 'vscode';
import { stampOf } from '../../extension/fileStamp';
import type { Platform } from '../../extension/platform';
import { startWorker } from './startWorker';

/** What the desktop and remote windows have to offer; `extension` is the folder that the extension is installed in. */
export function nodePlatform(extension: Uri): Platform {
  return {
    name: 'node',
    startWorker: (files, host) => startWorker(extension, files, host),
    stamp: stampOf,
    readShipped: async (file) => new Uint8Array(await workspace.fs.readFile(file)),
  };
}
