import { readRow } from '../../src/core/index/readRow';
import type { ProvisioningEvent } from '../../src/core/model';
import { utf8 } from './scanLog';
import { indexLog, type IndexedLog } from './indexLog';
import type { BuildOptions } from '../../src/core/index/buildIndex';

/** A log in memory, with every event read from its records. */
export interface ReadLog extends IndexedLog {
  readonly events: readonly ProvisioningEvent[];
}

/** Indexes files that are in memory and reads all their events. */
export async function readLog(files: readonly (string | Uint8Array)[], options: BuildOptions = {}): Promise<ReadLog> {
  const bytes = files.map((file) => (typeof file === 'string' ? utf8(file) : file));
  const log = await indexLog(bytes, options);
  const read = (file: number, byteOffset: number, byteLength: number): Promise<Uint8Array> =>
    Promise.resolve(bytes[file]!.subarray(byteOffset, byteOffset + byteLength));
  const rows = Array.from({ length: log.index.rowCount }, (_, row) => row);
  return { ...log, events: await Promise.all(rows.map((row) => readRow(log, row, read))) };
}
