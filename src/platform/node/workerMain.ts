import { parentPort, workerData } from 'node:worker_threads';
import { heldSource } from '../../worker/heldSource';
import { serveLog } from '../../worker/serveLog';
import { createFileSink } from './fileSink';
import { openFileSource } from './fileSource';
import { createIndexFolder } from './indexFolder';
import type { WorkerStart } from './logThread';
import { createTemporaryFile } from './temporaryFile';

/** Runs in the worker thread: serves the log whose files it was started with, until it is asked to end. */
function main(): void {
  if (parentPort === null) throw new Error('This script runs in a worker thread only.');
  const port = parentPort;
  const { files, control, temporaryFolder, indexFolder } = workerData as WorkerStart;
  const server = serveLog(
    {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', listener),
    },
    {
      fileNames: files.map(({ name }) => name),
      openSource: (file) => {
        const { path = '', bytes } = files[file]!;
        return bytes === undefined ? openFileSource(path) : Promise.resolve(heldSource(bytes));
      },
      createTemporary: () => createTemporaryFile(temporaryFolder),
      createSink: (path) => createFileSink(path),
      ...(indexFolder !== undefined && { indexStore: createIndexFolder(indexFolder) }),
    },
  );
  control.once('message', () => void server.close().finally(() => process.exit(0)));
}

main();
