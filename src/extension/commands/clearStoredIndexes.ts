import { window, workspace } from 'vscode';
import { indexFolderOf } from '../indexFolder';
import type { Command } from './command';

/** Deletes what is stored for opening logs faster. Logs that are open stay open. */
export const clearStoredIndexes: Command = {
  id: 'provisioningLog.clearStoredIndexes',
  title: 'Clear Stored Indexes',
  doing: 'delete the stored indexes',
  async run({ storageUri }) {
    const folder = indexFolderOf(storageUri);
    const isThere = await workspace.fs.stat(folder).then(
      () => true,
      () => false,
    );
    if (isThere) await workspace.fs.delete(folder, { recursive: true, useTrash: false });
    void window.showInformationMessage(
      isThere ? 'The stored indexes are deleted. Logs are read again when they are opened.' : 'No indexes are stored.',
    );
  },
};
