import type { Uri } from 'vscode';
import { fileLabel } from './fileLabel';
import type { FileStamp, Platform } from './platform';

/** Why what is shown of a log may not be what its file holds. */
export interface Staleness {
  readonly kind: 'changed' | 'deleted' | 'ended';
  /** A sentence: what happened and what to do. */
  readonly message: string;
}

/** A file as the disk had it when it was indexed. */
export interface StampedFile {
  readonly file: Uri;
  readonly stamp: FileStamp | undefined;
}

/** Size and time of each file now. */
export function stampAll(platform: Platform, files: readonly Uri[]): Promise<StampedFile[]> {
  return Promise.all(files.map(async (file) => ({ file, stamp: await platform.stamp(file) })));
}

/** Compares the files with their stamps; undefined when nothing has changed. A deleted file is told first. */
export async function findStaleness(
  platform: Platform,
  indexed: readonly StampedFile[],
): Promise<Staleness | undefined> {
  const now = await stampAll(
    platform,
    indexed.map(({ file }) => file),
  );
  const deleted = indexed.find(({ stamp }, index) => stamp !== undefined && now[index]?.stamp === undefined);
  if (deleted !== undefined) {
    return {
      kind: 'deleted',
      message: `${fileLabel(deleted.file)} was deleted or moved after it was indexed. Counts and lists are still here; events that were not read yet cannot be shown. Open the file where it is now.`,
    };
  }
  const changed = indexed.find(({ stamp }, index) => !isSame(stamp, now[index]?.stamp));
  if (changed === undefined) return undefined;
  return {
    kind: 'changed',
    message: `${fileLabel(changed.file)} has changed since it was indexed. Reload the log to see what it holds now.`,
  };
}

/** Said when the worker that held the index is gone. */
export const endedStaleness: Staleness = {
  kind: 'ended',
  message: 'The reader of this log ended unexpectedly. Reload the log.',
};

function isSame(left: FileStamp | undefined, right: FileStamp | undefined): boolean {
  return left?.size === right?.size && left?.mtimeMs === right?.mtimeMs;
}
