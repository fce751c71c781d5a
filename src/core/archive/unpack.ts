import type { ByteSource } from '../scan/byteSource';
import { encodingOf } from '../scan/transcode';
import { ARCHIVE_HEAD_BYTES, archiveKindOf } from './archiveKind';
import type { UnpackResult } from './unpacked';
import { unpackGzip, unpackText, type UnpackOptions } from './unpackStream';
import { unpackZip, type EntryRules } from './unpackZip';
import { readPart } from './zipBytes';

/** What must be done to a file before it can be read as UTF-8, by its first bytes and never by its name. */
export type Packing = 'zip' | 'gzip' | 'utf-16';

/** See {@link Packing}; undefined when a file can be read as it is. */
export async function packingOf(source: ByteSource): Promise<Packing | undefined> {
  const head = await readPart(source, 0, ARCHIVE_HEAD_BYTES);
  const kind = archiveKindOf(head)?.id;
  if (kind === 'zip' || kind === 'gzip') return kind;
  return encodingOf(head) === 'utf-8' ? undefined : 'utf-16';
}

/**
 * Unpacks a file, and makes UTF-8 of what it holds. Never throws for what it holds; rejects when the file cannot be read
 * or the contents not be written.
 */
export function unpack(
  source: ByteSource,
  packing: Packing,
  rules: EntryRules,
  options: UnpackOptions,
): Promise<UnpackResult> {
  switch (packing) {
    case 'zip':
      return unpackZip(source, rules, options);
    case 'gzip':
      return unpackGzip(source, options);
    case 'utf-16':
      return unpackText(source, options);
  }
}
