import * as assert from 'node:assert/strict';
import { seededRandom } from '../support/seededRandom';
import { lostPlaces } from './lostPlaces';
import { mutate } from './mutate';
import { readDamaged, type FoundLog } from './readDamaged';

/** A log that is to be damaged. */
export interface FuzzedLog {
  readonly name: string;
  readonly files: readonly Uint8Array[];
}

/** What a run came to. */
export interface FuzzTally {
  readonly runs: number;
  /** Runs in which the log was still one of its shape: there no whole record may be missing. */
  readonly recognised: number;
  readonly events: number;
}

/** One in so many changes may hit the beginning of the file, by which its shape is recognised. */
const HITS_HEAD = 4;

/**
 * Damages logs again and again, `count` times in all, and reads what is left of them. Fails, naming the seed, when reading
 * throws, or when a record is missing whose bytes are whole. The same seed damages in the same way.
 */
export async function fuzzLogs(logs: readonly FuzzedLog[], seed: number, count: number): Promise<FuzzTally> {
  const tally = { runs: 0, recognised: 0, events: 0 };
  const originals: FoundLog[] = [];
  for (const { files } of logs) originals.push(await readDamaged(files));
  for (let run = 0; run < count; run++) {
    const { name, files } = logs[run % logs.length]!;
    const original = originals[run % logs.length]!;
    const random = seededRandom(seed * 1_000_003 + run);
    const file = random.below(files.length);
    const from = random.below(HITS_HEAD) === 0 ? 0 : firstEnd(original, file);
    const mutation = mutate(random, files[file]!, from);
    const damaged = files.map((bytes, at) => (at === file ? mutation.bytes : bytes));
    try {
      const found = await readDamaged(damaged, 1 + random.below(5_000));
      tally.runs++;
      tally.events += found.records.length;
      if (found.formats.every((format, at) => format === original.formats[at])) tally.recognised++;
      const lost = lostPlaces(original, found, { ...mutation, file, original: files[file]! });
      assert.deepEqual(lost, [], 'whole records are missing');
    } catch (error) {
      const said = `${name}, seed ${seed}, run ${run}: ${mutation.what} of file ${file}`;
      throw new Error(`${said}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  return tally;
}

/** Where the first record of a file ends. */
function firstEnd({ records, joined }: FoundLog, file: number): number {
  const ends = [...records, ...joined].filter((place) => place.file === file).map(({ end }) => end);
  return ends.length === 0 ? 0 : Math.min(...ends);
}
