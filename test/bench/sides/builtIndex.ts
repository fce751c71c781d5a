import { buildIndex } from '../../../src/core/index/buildIndex';
import type { LogIndex } from '../../../src/core/index/logIndex';
import type { ByteSource } from '../../../src/core/scan/byteSource';

/** The index of one log that is known to be good. */
export async function builtIndex(source: ByteSource): Promise<LogIndex> {
  const result = await buildIndex([source]);
  if (result.kind !== 'built') throw new Error(`The log of the bench was ${result.kind}.`);
  return result.index;
}
