import { workspace, type Uri } from 'vscode';
import { formatBytes } from '../core/text/formatValue';
import { wholeFileLimits, type WholeLimits } from '../protocol/limits';
import type { WorkerHost } from './platform';

/**
 * The bytes of a file that can only be read whole, in a buffer of their own that can be moved into a worker. Rejects in
 * words for the user. What a file system says of a size is no more than a reason to ask early: what counts is measured.
 */
export async function readWhole(
  file: Uri,
  host: Pick<WorkerHost, 'confirmLarge'>,
  { askBytes, refuseBytes }: WholeLimits = wholeFileLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const name = nameOf(file);
  const stat = await workspace.fs.stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  const isAskedEarly = stat >= askBytes;
  if (isAskedEarly && !(await host.confirmLarge(file, stat))) throw new Error(leftMessage(name));
  const bytes = await workspace.fs.readFile(file).then(undefined, (error: unknown) => {
    throw new Error(`“${name}” cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (bytes.length >= refuseBytes) {
    throw new Error(
      `“${name}” has ${formatBytes(bytes.length)}. Here it would have to be held in memory as a whole: open it from a local folder in VS Code on the desktop, which reads files of any size.`,
    );
  }
  if (bytes.length >= askBytes && !isAskedEarly && !(await host.confirmLarge(file, bytes.length))) {
    throw new Error(leftMessage(name));
  }
  return owned(bytes);
}

/** The last part of a file's path. */
export function nameOf(file: Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}

function leftMessage(name: string): string {
  return `“${name}” was not opened.`;
}

/** A view on a part of a larger buffer cannot be moved. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isWhole ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
