import { createFileSink } from '../../../src/platform/node/fileSink';
import { openFileSource } from '../../../src/platform/node/fileSource';
import { LogFiles } from '../../../src/worker/logFiles';
import { OpenedLog } from '../../../src/worker/openedLog';
import type { WorkerPlatform } from '../../../src/worker/workerPlatform';

/** A log as its worker has it, in this process. */
export interface BenchLog {
  readonly log: OpenedLog;
  readonly platform: WorkerPlatform;
  close(): Promise<void>;
}

/** Nobody watches, and nobody ends it. */
export const unwatched = { signal: { aborted: false }, onProgress: () => undefined };

/** Opens a log that is known to be good. */
export async function openedLog(file: string): Promise<BenchLog> {
  const platform: WorkerPlatform = {
    fileNames: ['log.json'],
    openSource: () => openFileSource(file),
    createTemporary: () => Promise.reject(new Error('The log of the bench is not packed.')),
    createSink: (path) => createFileSink(path),
  };
  const files = new LogFiles(platform, {
    confirmLarge: () => Promise.resolve(true),
    mapColumns: () => Promise.resolve(undefined),
  });
  const reply = await OpenedLog.open(files, platform, {
    ...unwatched,
    mapColumns: () => Promise.resolve(undefined),
    onPartial: () => undefined,
  });
  if (!reply.ok) throw new Error(reply.error.message);
  return { log: reply.value, platform, close: () => files.close() };
}
