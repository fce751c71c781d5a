import type { ByteSource } from '../scan/byteSource';
import { Inflater } from './inflater';
import { StoredUnpacker, type Unpacker } from './unpacker';
import { LOCAL_HEADER_BYTES, readPart, signature, ZipFields } from './zipBytes';

/** One file in a zip. */
export interface ZipEntry {
  /** As the archive has it: data from outside, to be shown and not to be used. */
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedBytes: number;
  /** Where its local header stands: at the first of these places that has one. */
  readonly headerOffsets: readonly number[];
  /** What the archive says of the content; undefined when it ends before it says so. */
  readonly stated: { readonly checkSum: number; readonly byteLength: number } | undefined;
}

/** Ways of packing an entry: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.5. */
const methods: readonly { method: number; title: string; unpacker?: () => Unpacker }[] = [
  { method: 0, title: 'Stored', unpacker: () => new StoredUnpacker() },
  { method: 8, title: 'Deflate', unpacker: () => new Inflater() },
  { method: 9, title: 'Deflate64' },
  { method: 12, title: 'bzip2' },
  { method: 14, title: 'LZMA' },
  { method: 93, title: 'Zstandard' },
  { method: 95, title: 'xz' },
  { method: 98, title: 'PPMd' },
];

/** What unpacks an entry; undefined when its way of packing is none of ours. */
export function unpackerOf({ method }: ZipEntry): Unpacker | undefined {
  return methods.find((known) => known.method === method)?.unpacker?.();
}

/** The name of an entry's way of packing. */
export function methodTitle({ method }: ZipEntry): string {
  return methods.find((known) => known.method === method)?.title ?? `method ${method}`;
}

/** Files that systems add to archives, and folders: nobody means them. */
const systemFile = /\/$|(^|\/)(__MACOSX\/|\.[^/]*$|thumbs\.db$|desktop\.ini$)/i;

/** Whether an entry is a file that somebody has put into the archive. */
export function isUserFile({ name, stated }: ZipEntry): boolean {
  return stated?.byteLength !== 0 && !systemFile.test(name.replaceAll('\\', '/'));
}

/** Where an entry's packed bytes begin; undefined when there is no entry at its place. */
export async function dataOffset(source: ByteSource, { headerOffsets }: ZipEntry): Promise<number | undefined> {
  for (const offset of headerOffsets) {
    if (offset < 0) continue;
    const header = new ZipFields(await readPart(source, offset, LOCAL_HEADER_BYTES));
    if (header.u32(0) === signature.localHeader) {
      return offset + LOCAL_HEADER_BYTES + header.u16(26) + header.u16(28);
    }
  }
  return undefined;
}

/** Bits of an entry's flags. */
export const entryFlag = { encrypted: 0x0001, descriptor: 0x0008, strongEncryption: 0x0040, hidden: 0x2000 } as const;

/** Whether an entry with these flags can only be read with a password. */
export function isEncrypted(flags: number): boolean {
  return (flags & (entryFlag.encrypted | entryFlag.strongEncryption | entryFlag.hidden)) !== 0;
}
