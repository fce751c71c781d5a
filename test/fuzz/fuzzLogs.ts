import * as assert from 'node:assert/strict';
import { buildIndex } from '../../src/core/index/buildIndex';
import { memorySource } from '../../src/core/scan/byteSource';
import { eventsOf, normalised } from '../support/readLog';
import { seededRandom } from '../support/seededRandom';
import { mutate } from './mutate';

/** A log that is to be damaged. */
export interface FuzzedLog {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a run came to. */
export interface FuzzTally {
  readonly runs: number;
  /** Runs in which the log was still one of its shape: there no whole record may be missing. */
  readonly recognised: number;
  readonly events: number;
}

/** One in so many changes may hit the beginning of the file, by which its shape is recognised. */
const HITS_HEAD = 8;

/**
 * Damages logs again and again, `count` times in all, and reads what is left of them. Fails, naming the seed, when reading
 * throws, or when a record is missing whose bytes are whole. The same seed damages in the same way.
 */
export async function fuzzLogs(logs: readonly FuzzedLog[], seed: number, count: number): Promise<FuzzTally> {
  const tally = { runs: 0, recognised: 0, events: 0 };
  const originals = await Promise.all(logs.map(read));
  for (let run = 0; run < count; run++) {
    const { name, bytes, format, records } = originals[run % originals.length]!;
    const random = seededRandom(seed * 1_000_003 + run);
    const first = records[0];
    const mutation = mutate(random, bytes, random.below(HITS_HEAD) === 0 || !first ? 0 : first.end);
    const said = `${name}, seed ${seed}, run ${run}: ${mutation.what}`;
    try {
      const found = await read({ name, bytes: mutation.bytes }, 1 + random.below(5_000));
      tally.runs++;
      tally.events += found.records.length;
      // Without the columns in front of them, rows say nothing; one quotation mark can join any number of rows of CSV.
      if (found.format !== format || mutation.start < (first?.start ?? 0) || !isJson(bytes)) continue;
      tally.recognised++;
      const texts = new Set(found.records.map(({ text }) => text));
      const missing = records.filter(
        ({ start, end, text }) =>
          (end <= mutation.start || (start >= mutation.end && !found.isCutOff)) && !texts.has(text),
      );
      assert.deepEqual(
        missing.map(({ start }) => start),
        [],
        'whole records are missing',
      );
    } catch (error) {
      throw new Error(`${said}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  return tally;
}

function isJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*[[{]/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100)));
}

/** Reads a log as the product does, every record of it. */
async function read({ name, bytes }: FuzzedLog, chunkBytes = 4096) {
  const log = await buildIndex([memorySource(bytes)], { chunkBytes });
  if (log.kind !== 'built') return { name, bytes, format: undefined, records: [], isCutOff: false };
  (await eventsOf(log, [bytes])).forEach(normalised);
  const records = Array.from({ length: log.index.rowCount }, (_, row) => {
    const { byteOffset: start, byteLength } = log.index.range(row);
    const end = start + byteLength;
    return { start, end, text: Buffer.from(bytes.buffer, bytes.byteOffset + start, byteLength).toString('latin1') };
  });
  // A record that lacks closing brackets may hold all that follow: then the log says that it is cut off there.
  const isCutOff = log.problems.countByCode.has('truncated');
  return { name, bytes, format: log.files[0]?.format?.id, records, isCutOff };
}
