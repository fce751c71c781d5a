/** A way in which files are packed, as its first bytes show. */
export interface ArchiveKind {
  readonly id: 'zip' | 'gzip' | 'other';
  /** For people, after "a". */
  readonly title: string;
}

interface Signature extends ArchiveKind {
  readonly bytes: readonly number[];
  /** Where the bytes stand, from the start of the file. */
  readonly at?: number;
}

/** First bytes that no text has. */
const signatures: readonly Signature[] = [
  { id: 'zip', title: 'zip archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { id: 'zip', title: 'zip archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { id: 'zip', title: 'zip archive', bytes: [0x50, 0x4b, 0x07, 0x08] },
  { id: 'gzip', title: 'gzip file', bytes: [0x1f, 0x8b] },
  { id: 'other', title: '7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { id: 'other', title: 'RAR archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { id: 'other', title: 'bzip2 file', bytes: [0x42, 0x5a, 0x68] },
  { id: 'other', title: 'xz file', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { id: 'other', title: 'Zstandard file', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { id: 'other', title: 'cabinet file', bytes: [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0] },
  { id: 'other', title: 'program, perhaps an archive that unpacks itself', bytes: [0x4d, 0x5a, 0x90, 0x00] },
  { id: 'other', title: 'tar archive', bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257 },
];

/** What a file that begins like this is packed as; undefined when it is no archive. */
export function archiveKindOf(head: Uint8Array): ArchiveKind | undefined {
  return signatures.find(({ bytes, at = 0 }) => bytes.every((byte, index) => head[at + index] === byte));
}

/** So many first bytes are enough for `archiveKindOf`. */
export const ARCHIVE_HEAD_BYTES = 264;
