import { workspace, type Uri } from 'vscode';

/**
 * One of the extension's own files. On vscode.dev they lie on the server that the extension was loaded from, elsewhere
 * in a file system. Rejects in words for the user.
 */
export async function readShipped(file: Uri): Promise<Uint8Array<ArrayBuffer>> {
  if (file.scheme !== 'https' && file.scheme !== 'http') return new Uint8Array(await workspace.fs.readFile(file));
  const response = await fetch(file.toString(true));
  if (!response.ok) {
    throw new Error(`A part of the extension cannot be loaded (${response.status}). Reload the window.`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
