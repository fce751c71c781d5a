import * as os from 'node:os';
import * as path from 'node:path';
import { startThread, type WorkerFile } from '../../src/platform/node/logThread';
import { openChannel } from '../../src/protocol/channel';
import type { LogApi, LogInfo } from '../../src/protocol/logApi';
import type { Reply } from '../../src/protocol/reply';

/** A real worker thread that serves some files, and the line to it. */
export interface TestWorker {
  readonly api: LogApi;
  /** What the worker reported: request, bytes done, bytes in all. */
  readonly progress: (readonly [number, number, number])[];
  /** The parts of a log that it told of. */
  readonly parts: LogInfo[];
  /** Why it died, when it did. */
  readonly deaths: string[];
  end(): Promise<void>;
}

/** Starts the worker's bundle (`dist/worker.node.js`); what it unpacks is below `windowFolder`. Whoever opens must end. */
export function openWorker(
  files: readonly WorkerFile[],
  windowFolder = path.join(os.tmpdir(), 'provisioning-log-tests'),
  indexFolder?: string,
): TestWorker {
  const deaths: string[] = [];
  const progress: [number, number, number][] = [];
  const parts: LogInfo[] = [];
  const worker = startThread(
    path.resolve('dist', 'worker.node.js'),
    files,
    windowFolder,
    (reason) => deaths.push(reason),
    indexFolder,
  );
  const channel = openChannel<LogApi>(worker.port, {
    progress: (request: number, done: number, total: number) => progress.push([request, done, total]),
    grew: (_request: number, info: LogInfo) => parts.push(info),
    confirmLarge: () => Promise.resolve(true),
    mapColumns: () => Promise.resolve(undefined),
  });
  return { api: channel.remote, progress, parts, deaths, end: () => worker.end() };
}

/** A good answer's value; throws with the answer's message otherwise. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}
