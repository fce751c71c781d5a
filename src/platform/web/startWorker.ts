import { Uri } from 'vscode';
import type { LogWorker, WorkerHost } from '../../extension/platform';
import { nameOf, readWhole } from '../../extension/readWhole';
import { readShipped } from './readShipped';

/** A file of the log as the worker gets it. */
export interface WorkerFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Starts a web worker for a log: its files are read whole through the editor and moved into the worker. */
export async function startWorker(extension: Uri, files: readonly Uri[], host: WorkerHost): Promise<LogWorker> {
  const workerFiles: WorkerFile[] = [];
  for (const file of files) workerFiles.push({ name: nameOf(file), bytes: await readWhole(file, host) });
  const script = await loadScript(Uri.joinPath(extension, 'dist'));
  const worker = new Worker(script);
  worker.onerror = (event) => {
    event.preventDefault();
    host.onDied(event.message || 'The reader of the log has stopped.');
  };
  worker.postMessage(
    workerFiles,
    workerFiles.map(({ bytes }) => bytes.buffer),
  );
  return {
    port: {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => (worker.onmessage = (event) => listener(event.data)),
    },
    end: () => {
      worker.onerror = null;
      worker.terminate();
      URL.revokeObjectURL(script);
      return Promise.resolve();
    },
  };
}

/**
 * A worker's script must have the origin of its page: an extension's files have not, a blob has. What reads a log
 * (`worker.js`) and what starts it here (`worker.web.js`) are modules that become one script.
 */
async function loadScript(folder: Uri): Promise<string> {
  const [reader, start] = await Promise.all([
    readShipped(Uri.joinPath(folder, 'worker.js')),
    readShipped(Uri.joinPath(folder, 'worker.web.js')),
  ]);
  const parts = [
    'const reader = { exports: {} };\n(function (module, exports) {',
    reader,
    '\n})(reader, reader.exports);\n(function (module, exports, require) {',
    start,
    '\n})({ exports: {} }, {}, () => reader.exports);',
  ];
  return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
}
