import { heldSource, heldTemporary } from '../../worker/heldSource';
import { wholeFileLimits } from '../../protocol/limits';
import { serveLog } from '../../worker/serveLog';
import type { WorkerFile } from './startWorker';

declare const self: DedicatedWorkerGlobalScope;

/** Runs in the web worker: the first message holds the log's files, all others are calls. */
function main(): void {
  self.onmessage = ({ data }: MessageEvent<readonly WorkerFile[]>) => {
    serveLog(
      {
        post: (message) => self.postMessage(message),
        onMessage: (listener) => (self.onmessage = (event) => listener(event.data)),
      },
      {
        fileNames: data.map(({ name }) => name),
        openSource: (file) => Promise.resolve(heldSource(data[file]!.bytes)),
        createTemporary: (confirm) => Promise.resolve(heldTemporary({ ...wholeFileLimits, confirm })),
        createSink: () =>
          Promise.reject(new Error('A browser cannot write files by path. Open the log in VS Code on the desktop.')),
      },
    );
  };
}

main();
