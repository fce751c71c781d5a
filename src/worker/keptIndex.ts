import type { BuildResult, ReadOptions, StorableLog } from '../core/index/buildIndex';
import { packStored, unpackStored } from '../core/stored/packStored';
import { restoreLog } from '../core/stored/restoreLog';
import { storedLog } from '../core/stored/storedLog';
import type { StoredState } from '../protocol/logApi';
import type { FileSource, IndexStore } from './workerPlatform';

/** Shorter files are read anew faster than one notices. */
const LEAST_BYTES = 4_000_000;
const BLOCK_BYTES = 4096;
/** So many blocks between the first and the last one tell a file from another. */
const SPREAD_BLOCKS = 64;

/** The place of one file's index in the store, and what the file is recognised by. */
export class KeptIndex {
  private constructor(
    private readonly source: FileSource,
    private readonly store: IndexStore,
    private readonly name: string,
    private readonly mark: string,
  ) {}

  /** Undefined for a file whose index is not worth storing, or that is no file of the disk. Rejects when it cannot be read. */
  static async of(source: FileSource, store: IndexStore): Promise<KeptIndex | undefined> {
    const { stamp, size } = source;
    if (stamp === undefined || size < LEAST_BYTES) return undefined;
    const name = store.hash(new TextEncoder().encode(stamp.path));
    const mark = [size, stamp.mtimeMs, await fingerprint(source, store)].join();
    return new KeptIndex(source, store, name, mark);
  }

  /** The log as it was stored; undefined when it was not, or the file is another one now. */
  async restore(options: ReadOptions): Promise<BuildResult | undefined> {
    const bytes = await this.store.read(this.name);
    const stored = bytes && unpackStored(bytes, this.mark);
    return stored && restoreLog(stored, this.source, options);
  }

  /** Stores a log. Never rejects. */
  async keep(storable: StorableLog): Promise<StoredState> {
    const stored = storedLog(storable);
    if (stored === undefined) return { kind: 'notStored', reason: 'its problems quote the log' };
    try {
      await this.store.write(this.name, packStored(stored, this.mark));
      return { kind: 'stored' };
    } catch (error) {
      return { kind: 'notStored', reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** A hash of the first, the last and {@link SPREAD_BLOCKS} other blocks. */
async function fingerprint(source: FileSource, store: IndexStore): Promise<string> {
  const blocks = new Uint8Array((SPREAD_BLOCKS + 2) * BLOCK_BYTES);
  const last = source.size - BLOCK_BYTES;
  for (let block = 0; block < SPREAD_BLOCKS + 2; block++) {
    const offset = Math.floor((last * block) / (SPREAD_BLOCKS + 1));
    await source.readInto(blocks.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES), offset);
  }
  return store.hash(blocks);
}
