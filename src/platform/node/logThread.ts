import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { LogWorker } from '../../extension/platform';
import { removeEmpty } from './windowFolder';

/** A file of the log as the worker gets it: a path to read from, or its bytes. */
export interface WorkerFile {
  readonly name: string;
  readonly path?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** What a worker thread starts with. */
export interface WorkerStart {
  readonly files: readonly WorkerFile[];
  /** Any message on it asks the worker to end. */
  readonly control: MessagePort;
  /** A folder that the worker may create for private files. Deleted when the worker is gone, however it went. */
  readonly temporaryFolder: string;
  /** The folder of stored indexes; undefined when none are kept. */
  readonly indexFolder: string | undefined;
}

/** A worker may take so long to undo what it has begun; then it is ended from outside. */
const GRACE_MS = 2_000;

/**
 * Starts the worker thread `script` for some files. Their bytes, where they are handed over, are moved. What it unpacks is
 * kept in a folder of its own below `windowFolder`; indexes are stored in `indexFolder`, if there is one.
 */
export function startThread(
  script: string,
  files: readonly WorkerFile[],
  windowFolder: string,
  onDied: (reason: string) => void,
  indexFolder?: string,
): LogWorker {
  const { port1: control, port2 } = new MessageChannel();
  const temporaryFolder = path.join(windowFolder, randomUUID());
  const start: WorkerStart = { files, control: port2, temporaryFolder, indexFolder };
  const worker = new Worker(script, {
    workerData: start,
    transferList: [port2, ...files.flatMap(({ bytes }) => (bytes ? [bytes.buffer] : []))],
  });
  let isEnding = false;
  let reason = 'The reader of the log ended without a reason.';
  worker.on('error', (error) => (reason = error.message));
  const gone = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      control.close();
      void fs
        .rm(temporaryFolder, { recursive: true, force: true })
        .catch(() => undefined)
        .then(() => removeEmpty(windowFolder))
        .then(() => {
          if (!isEnding) onDied(reason);
          resolve();
        });
    });
  });
  return {
    port: {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => void worker.on('message', listener),
    },
    end: async () => {
      isEnding = true;
      control.postMessage('end');
      const force = setTimeout(() => void worker.terminate(), GRACE_MS);
      await gone;
      clearTimeout(force);
    },
  };
}
