import { workspace, type Uri } from 'vscode';
import type { FileStamp } from './platform';

/** Size and time of a file as VS Code sees it now; undefined when it is gone or cannot be looked at. */
export async function stampOf(file: Uri): Promise<FileStamp | undefined> {
  try {
    const { size, mtime } = await workspace.fs.stat(file);
    return { size, mtimeMs: mtime };
  } catch {
    return undefined;
  }
}
