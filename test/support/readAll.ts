import type { BuildOptions } from '../../src/core/index/buildIndex';
import type { ProvisioningEvent } from '../../src/core/model';
import { indexLog, type IndexedLog } from './indexLog';
import { eventsOf } from './readLog';
import { utf8 } from './scanLog';

/** A log in memory, with every event read from its records. */
export interface ReadLog extends IndexedLog {
  readonly events: readonly ProvisioningEvent[];
}

/** Indexes files that are in memory and reads all their events. */
export async function readLog(files: readonly (string | Uint8Array)[], options: BuildOptions = {}): Promise<ReadLog> {
  const bytes = files.map((file) => (typeof file === 'string' ? utf8(file) : file));
  const log = await indexLog(bytes, options);
  return { ...log, events: await eventsOf(log, bytes) };
}
