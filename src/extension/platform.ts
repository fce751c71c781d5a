import type { Uri } from 'vscode';
import type { Port } from '../protocol/channel';

/** What differs between the desktop and the browser. The composition root hands it in. */
export interface Platform {
  readonly name: 'node' | 'web';
  /**
   * Starts a worker that serves `LogApi` for these files. In a browser, and for any scheme but `file`, the files are
   * read whole and moved into the worker; rejects, in words for the user, when that is not possible.
   */
  startWorker(files: readonly Uri[], host: WorkerHost): Promise<LogWorker>;
  /** Size and time of a file as the disk has them now; undefined when it is gone. */
  stamp(file: Uri): Promise<FileStamp | undefined>;
  /** The content of one of the extension's own files, which need not lie in a file system. */
  readShipped(file: Uri): Promise<Uint8Array<ArrayBuffer>>;
  /** The user's own folder, where a window without a folder offers to write; absent where there is none. */
  readonly home?: Uri;
  /** Bytes that nobody can foretell. */
  randomBytes(length: number): Uint8Array;
}

/** What starting a worker may need to ask or tell. */
export interface WorkerHost {
  /** Asked before a large file is read whole; false means: leave it. */
  confirmLarge(file: Uri, byteLength: number): Promise<boolean>;
  /** The worker ended without being asked to. */
  onDied(reason: string): void;
}

/** A running worker. */
export interface LogWorker {
  readonly port: Port;
  /** Ends the worker and resolves when it is gone. */
  end(): Promise<void>;
}

/** Enough to see that a file has changed. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
}
