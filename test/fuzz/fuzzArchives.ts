import * as assert from 'node:assert/strict';
import { unpackLimits } from '../../src/core/archive/limits';
import { packingOf } from '../../src/core/archive/unpack';
import { buildIndex } from '../../src/core/index/buildIndex';
import { memorySource } from '../../src/core/scan/byteSource';
import { unpackBytes } from '../support/archives';
import { seededRandom } from '../support/seededRandom';
import type { FuzzedArchive, PackedFile } from './fuzzedArchives';
import { mutate, type Mutation } from './mutate';

/** What a run came to. */
export interface ArchiveTally {
  readonly runs: number;
  /** Runs in which something came out. */
  readonly unpacked: number;
  readonly contents: number;
}

const SIGNATURE_BYTES = 4;
/** So much of what is packed may be lost with a byte that is wrong. */
const LOST_BYTES = 1024;
/** A small beginning may be packed better than the whole. */
const RATIO_SLACK_BYTES = 64 * 1024;

/**
 * Damages archives again and again, `count` times in all, and unpacks what is left of them. Fails, naming the seed, when
 * that throws, when more comes out than may, when a refusal is no sentence, or when a file is missing that can be unpacked.
 */
export async function fuzzArchives(
  archives: readonly FuzzedArchive[],
  seed: number,
  count: number,
): Promise<ArchiveTally> {
  const tally = { runs: 0, unpacked: 0, contents: 0 };
  for (let run = 0; run < count; run++) {
    const archive = archives[run % archives.length]!;
    const random = seededRandom(seed * 1_000_003 + run);
    const mutation = mutate(random, archive.bytes, 0);
    try {
      const texts = await unpackDamaged(mutation.bytes, 1 + random.below(5_000));
      tally.runs++;
      tally.contents += texts.length;
      if (texts.length > 0) tally.unpacked++;
      assert.deepEqual(await lostFiles(archive, mutation, texts), [], 'files are missing');
    } catch (error) {
      const said = `${archive.name}, seed ${seed}, run ${run}: ${mutation.what}`;
      throw new Error(`${said}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
  return tally;
}

/** What comes out of a file, each content as text; nothing when it is refused. */
async function unpackDamaged(bytes: Uint8Array, chunkBytes = 4096): Promise<readonly string[]> {
  if ((await packingOf(memorySource(bytes))) === undefined) return [];
  const { result, texts } = await unpackBytes(bytes, { chunkBytes });
  if (result.kind !== 'unpacked') {
    assert.match(result.kind === 'refused' ? result.message : result.kind, /^“?log\.zip.*\S\.$/su);
    return [];
  }
  const length = result.contents.reduce((sum, { byteLength }) => sum + byteLength, 0);
  assert.ok(length <= unpackLimits.ratio * bytes.length + RATIO_SLACK_BYTES, `${length} bytes came out`);
  const encoder = new TextEncoder();
  if (texts.length > 0) await buildIndex(texts.map((text) => memorySource(encoder.encode(text))));
  return texts;
}

/**
 * Where files begin whose bytes are whole and that did not come out; or, of a file that is packed alone, that what stands
 * in front of the damage did not. Exempt are zips of which the list at the end was hit: it says what is encrypted and how
 * much there is of everything; and those whose first bytes were hit, which are what says that a file is a zip.
 */
async function lostFiles(
  archive: FuzzedArchive,
  damage: Mutation,
  texts: readonly string[],
): Promise<readonly number[]> {
  const { files, bytes, isZip } = archive;
  const { start, end } = damage;
  if (!isZip) {
    const before = await unpackDamaged(bytes.subarray(0, Math.max(0, start - LOST_BYTES)));
    return before.every((text) => texts[0]?.startsWith(withoutCutCharacter(text))) ? [] : [0];
  }
  if (files.every((file) => file.end <= start) || start < SIGNATURE_BYTES) return [];
  const isWhole = (file: PackedFile): boolean => file.end <= start || file.start >= end;
  return files.filter((file) => isWhole(file) && !texts.includes(textOf(file.content))).map((file) => file.start);
}

function withoutCutCharacter(text: string): string {
  return text.replace(/\uFFFD+$/, '');
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
