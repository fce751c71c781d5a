import { letMessagesIn } from '../core/scan/letMessagesIn';
import { buildIndex, type BuildResult, type ReadOptions, type StorableLog } from '../core/index/buildIndex';
import type { StoredState } from '../protocol/logApi';
import { KeptIndex } from './keptIndex';
import type { LogFiles } from './logFiles';
import type { WorkerPlatform } from './workerPlatform';

/** What reading a log came to. */
export interface ReadLog {
  readonly result: BuildResult;
  /** Never rejects. */
  readonly stored: Promise<StoredState>;
}

/** Makes the index of a log from what was stored of it, or reads it and stores it. Rejects as `buildIndex` does. */
export async function readLog(
  files: LogFiles,
  platform: Pick<WorkerPlatform, 'indexStore'>,
  options: ReadOptions,
): Promise<ReadLog> {
  const { indexStore } = platform;
  const { onlyFile, contents } = files;
  const sources = contents.map(({ utf8 }) => utf8);
  const kept = indexStore && onlyFile && (await KeptIndex.of(onlyFile, indexStore));
  if (kept === undefined) {
    const reason =
      indexStore === undefined ? 'none are stored' : 'small files, several and converted ones are not stored';
    return { result: await buildIndex(sources, options), stored: notStored(reason) };
  }
  const restored = await kept.restore(options);
  if (restored !== undefined) return { result: restored, stored: Promise.resolve({ kind: 'restored' }) };
  const storable: StorableLog[] = [];
  const result = await buildIndex(sources, { ...options, onStorable: (log) => storable.push(log) });
  const [log] = storable;
  return {
    result,
    stored: log === undefined ? notStored('it does not hold its texts as they are') : keepSoon(kept, log),
  };
}

function notStored(reason: string): Promise<StoredState> {
  return Promise.resolve({ kind: 'notStored', reason });
}

/** The log is handed out first. */
async function keepSoon(kept: KeptIndex, log: StorableLog): Promise<StoredState> {
  await letMessagesIn();
  return kept.keep(log);
}
