import type { Uri } from 'vscode';
import { stampOf } from '../../extension/fileStamp';
import type { Platform } from '../../extension/platform';
import { readShipped } from './readShipped';
import { startWorker } from './startWorker';

/** What browsers (vscode.dev) have to offer; `extension` is the folder that the extension is installed in. */
export function webPlatform(extension: Uri): Platform {
  return {
    name: 'web',
    startWorker: (files, host) => startWorker(extension, files, host),
    stamp: stampOf,
    readShipped,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  };
}
