import type { ByteSource } from '../scan/byteSource';
import { IN_ZIP64, readPart, signature, ZIP64_EXTRA, ZipFields } from './zipBytes';
import { isEncrypted, type ZipEntry } from './zipEntry';

const END_BYTES = 22;
const END64_BYTES = 56;
const LOCATOR_BYTES = 20;
const ENTRY_BYTES = 46;
const MAX_COMMENT_BYTES = 0xffff;
/** No log is kept in more files, and a directory of this size is read at once. */
export const MAX_ENTRIES = 10_000;
const MAX_DIRECTORY_BYTES = 16_000_000;

/** A zip's list of its files, or why there is none. */
export type ZipDirectory =
  { readonly entries: readonly ZipEntry[] } | { readonly fault: 'missing' | 'split' | 'tooManyEntries' };

/** Reads the directory that stands at the end of a zip, also of one with more than 4 GB or with bytes before it. */
export async function readZipDirectory(source: ByteSource): Promise<ZipDirectory> {
  const end = await findEnd(source);
  if (end === undefined) return { fault: 'missing' };
  if (end.disk !== 0 && end.disk !== 0xffff) return { fault: 'split' };
  if (end.count > MAX_ENTRIES || end.byteLength > MAX_DIRECTORY_BYTES) return { fault: 'tooManyEntries' };
  // What stands before the archive (a program that unpacks it) is not counted in its offsets, nor what came or went since.
  const shift = end.at - end.byteLength - end.byteOffset;
  if (end.at < end.byteLength) return { fault: 'missing' };
  const fields = new ZipFields(await readPart(source, end.at - end.byteLength, end.byteLength));
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < end.count;) {
    if (fields.u32(at) !== signature.directoryEntry) return { fault: 'missing' };
    const entry = readEntry(fields, at, shift);
    entries.push(entry);
    at += ENTRY_BYTES + fields.u16(at + 28) + fields.u16(at + 30) + fields.u16(at + 32);
  }
  return { entries };
}

interface DirectoryEnd {
  readonly disk: number;
  readonly count: number;
  readonly byteLength: number;
  readonly byteOffset: number;
  /** Where the directory ends. */
  readonly at: number;
}

/** The last signature whose comment ends with the file is the end; bytes behind it are forgiven when there is none. */
async function findEnd(source: ByteSource): Promise<DirectoryEnd | undefined> {
  const start = Math.max(0, source.size - END_BYTES - MAX_COMMENT_BYTES);
  const fields = new ZipFields(await readPart(source, start, source.size - start));
  const places: number[] = [];
  for (let at = fields.length - END_BYTES; at >= 0; at--) {
    if (fields.u32(at) === signature.directoryEnd) places.push(at);
  }
  const exact = places.find((at) => at + END_BYTES + fields.u16(at + 20) === fields.length);
  const at = exact ?? places[0];
  if (at === undefined) return undefined;
  const end: DirectoryEnd = {
    disk: fields.u16(at + 4),
    count: fields.u16(at + 10),
    byteLength: fields.u32(at + 12),
    byteOffset: fields.u32(at + 16),
    at: start + at,
  };
  // Some programs write the long form although the numbers are short.
  return (await findEnd64(source, start + at)) ?? end;
}

async function findEnd64(source: ByteSource, endOffset: number): Promise<DirectoryEnd | undefined> {
  if (endOffset < LOCATOR_BYTES) return undefined;
  const locator = new ZipFields(await readPart(source, endOffset - LOCATOR_BYTES, LOCATOR_BYTES));
  if (locator.u32(0) !== signature.locator64) return undefined;
  // What the locator says is wrong when bytes stand before the archive: it should stand right in front, too.
  for (const at of [locator.u64(8), endOffset - LOCATOR_BYTES - END64_BYTES]) {
    if (at < 0 || at >= source.size) continue;
    const fields = new ZipFields(await readPart(source, at, END64_BYTES));
    if (fields.u32(0) !== signature.directoryEnd64) continue;
    return {
      disk: fields.u32(16),
      count: fields.u64(32),
      byteLength: fields.u64(40),
      byteOffset: fields.u64(48),
      at,
    };
  }
  return undefined;
}

function readEntry(fields: ZipFields, at: number, shift: number): ZipEntry {
  const nameBytes = fields.u16(at + 28);
  const name = fields.text(at + ENTRY_BYTES, nameBytes);
  const long = fields.extra(ZIP64_EXTRA, at + ENTRY_BYTES + nameBytes, fields.u16(at + 30));
  // The field holds only those numbers that did not fit, in this order.
  let next = long?.at ?? 0;
  const end = next + (long?.length ?? 0);
  const wide = (short: number): number => {
    if (short !== IN_ZIP64 || next + 8 > end) return short;
    next += 8;
    return fields.u64(next - 8);
  };
  const byteLength = wide(fields.u32(at + 24));
  const packedBytes = wide(fields.u32(at + 20));
  const headerOffset = wide(fields.u32(at + 42));
  return {
    name,
    isEncrypted: isEncrypted(fields.u16(at + 8)),
    method: fields.u16(at + 10),
    packedBytes,
    headerOffsets: [headerOffset + shift, headerOffset],
    stated: { checkSum: fields.u32(at + 16), byteLength },
  };
}
