import { Uri } from 'vscode';

/** Where indexes are stored, below the extension's own folder. */
export function indexFolderOf(storage: Uri): Uri {
  return Uri.joinPath(storage, 'indexes');
}
