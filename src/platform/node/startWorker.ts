import * as path from 'node:path';
import type { Uri } from 'vscode';
import type { LogWorker, WorkerHost } from '../../extension/platform';
import { nameOf, readWhole } from '../../extension/readWhole';
import { startThread, type WorkerFile } from './logThread';

/** Where a worker may write. */
export interface WorkerFolders {
  /** For what it unpacks. */
  readonly windowFolder: string;
  /** For indexes; undefined when none are stored. */
  readonly indexFolder: string | undefined;
}

/**
 * Starts a worker thread for a log. Files on disk are read by path; files of any other scheme are read whole through
 * the editor and moved into the worker.
 */
export async function startWorker(
  extension: Uri,
  files: readonly Uri[],
  { windowFolder, indexFolder }: WorkerFolders,
  host: WorkerHost,
): Promise<LogWorker> {
  const workerFiles: WorkerFile[] = [];
  for (const file of files) {
    const name = nameOf(file);
    workerFiles.push(
      file.scheme === 'file' ? { name, path: file.fsPath } : { name, bytes: await readWhole(file, host) },
    );
  }
  const script = path.join(extension.fsPath, 'dist', 'worker.node.js');
  return startThread(script, workerFiles, windowFolder, (reason) => host.onDied(reason), indexFolder);
}
