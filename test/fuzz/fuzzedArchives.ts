import { gzipSync, zipSync, type Zippable } from 'fflate';
import type { FuzzedLog } from './fuzzLogs';

/** One file in an archive, and where it stands. */
export interface PackedFile {
  readonly content: Uint8Array;
  /** The bytes without which it cannot be unpacked: `[start, end)` of the archive. */
  readonly start: number;
  readonly end: number;
}

/** An archive that is to be damaged. */
export interface FuzzedArchive {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isZip: boolean;
  /** What stands in it, in its order. */
  readonly files: readonly PackedFile[];
}

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
/** The archive must not depend on the day. */
const options = { level: 6, mtime: '2026-03-24T10:00:00Z' } as const;

/**
 * Every log as a gzip file, where it is one file; and zips: each log of several files, and all logs of one file together,
 * packed and stored.
 */
export function fuzzedArchives(logs: readonly FuzzedLog[]): readonly FuzzedArchive[] {
  const alone = logs.filter(({ name, files: [first, ...others] }) => {
    return others.length === 0 && first!.length > 0 && !name.startsWith('refused/');
  });
  const gzips = alone.map(({ name, files: [content] }): FuzzedArchive => {
    const bytes = gzipSync(content!, options);
    return { name: `${name}.gz`, bytes, isZip: false, files: [{ content: content!, start: 0, end: bytes.length }] };
  });
  const zips = logs.filter(({ files }) => files.length > 1).map(({ name, files }) => zipOf(name, files));
  const some = alone.filter((_, at) => at % 7 === 0).map(({ files: [content] }) => content!);
  return [...gzips, ...zips, zipOf('several logs', some), zipOf('stored logs', some.slice(0, 4), 0)];
}

function zipOf(name: string, contents: readonly Uint8Array[], level: 0 | 6 = 6): FuzzedArchive {
  const entries: Zippable = {};
  for (const [at, content] of contents.entries()) entries[`logs/part ${at}.txt`] = content;
  const bytes = zipSync(entries, { ...options, level });
  return { name: `${name}.zip`, bytes, isZip: true, files: filesIn(bytes, contents) };
}

/** Where the files of a zip stand whose sizes stand in front of them. */
function filesIn(bytes: Uint8Array, contents: readonly Uint8Array[]): readonly PackedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let start = 0;
  return contents.map((content) => {
    if (view.getUint32(start, true) !== LOCAL_HEADER) throw new Error('The zip is not written as expected.');
    const names = view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const end = start + LOCAL_HEADER_BYTES + names + view.getUint32(start + 18, true);
    const file = { content, start, end };
    start = end;
    return file;
  });
}
