import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { Uri, workspace } from 'vscode';
import { stampOf } from '../../extension/fileStamp';
import { indexFolderOf } from '../../extension/indexFolder';
import type { Platform } from '../../extension/platform';
import { settings } from '../../extension/settings';
import { startWorker } from './startWorker';
import { removeLeftovers, windowFolder } from './windowFolder';

/**
 * What the desktop and remote windows have to offer; `extension` is the folder that the extension is installed in,
 * `storage` one that it may write to, the same for all windows.
 */
export function nodePlatform(extension: Uri, storage: Uri): Platform {
  const ownFolder = windowFolder(storage.fsPath);
  const indexFolder = indexFolderOf(storage).fsPath;
  void removeLeftovers(storage.fsPath, ownFolder);
  return {
    name: 'node',
    startWorker: (files, host) =>
      startWorker(
        extension,
        files,
        { windowFolder: ownFolder, indexFolder: settings.storeIndexes ? indexFolder : undefined },
        host,
      ),
    stamp: stampOf,
    randomBytes,
    home: Uri.file(homedir()),
    readShipped: async (file) => new Uint8Array(await workspace.fs.readFile(file)),
  };
}
