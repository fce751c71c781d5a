import { crc32 } from '../../src/core/archive/crc32';
import { packingOf, unpack } from '../../src/core/archive/unpack';
import type { UnpackResult } from '../../src/core/archive/unpacked';
import type { UnpackOptions } from '../../src/core/archive/unpackStream';
import { detectFormat } from '../../src/core/formats/detectFormat';
import { HEAD_BYTES } from '../../src/core/formats/fileHead';
import { memorySource } from '../../src/core/scan/byteSource';

/** What unpacking came to, and the text of each content. */
export interface UnpackedTexts {
  readonly result: UnpackResult;
  readonly texts: readonly string[];
}

/** Unpacks bytes in memory as the worker does a file. */
export async function unpackBytes(
  bytes: Uint8Array,
  options: Partial<Omit<UnpackOptions, 'write'>> = {},
): Promise<UnpackedTexts> {
  const source = memorySource(bytes);
  const packing = await packingOf(source);
  if (packing === undefined) throw new Error('This is not packed.');
  const written: Uint8Array[] = [];
  const rules = {
    headBytes: HEAD_BYTES,
    refusal: (head: Uint8Array, isWhole: boolean) => {
      const detection = detectFormat(head, isWhole);
      return Promise.resolve('refusal' in detection ? detection.refusal : undefined);
    },
  };
  const write = (utf8: Uint8Array): Promise<void> => {
    written.push(utf8.slice());
    return Promise.resolve();
  };
  const result = await unpack(source, packing, rules, { name: 'log.zip', ...options, write });
  const all = Buffer.concat(written);
  const contents = result.kind === 'unpacked' ? result.contents : [];
  return { result, texts: contents.map(({ start, byteLength }) => all.toString('utf8', start, start + byteLength)) };
}

/** One entry of a zip that is written by hand, to be wrong on purpose. */
export interface HandEntry {
  readonly name: string | Uint8Array;
  /** As they stand in the archive. */
  readonly packed: Uint8Array;
  /** What they were packed from; the packed bytes when absent. */
  readonly content?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly checkSum?: number;
  /** What the directory says of the content's length. */
  readonly statedLength?: number;
  /** Sizes stand behind the data. */
  readonly hasDescriptor?: boolean;
  /** All numbers stand in the field for large ones. */
  readonly isLong?: boolean;
}

/** Writes a zip: its entries, its directory and its end. */
export function zipByHand(
  entries: readonly HandEntry[],
  { comment = '', isLong = false, hasShortEnd = false, disk = 0 } = {},
): Uint8Array {
  const parts: Uint8Array[] = [];
  let offset = 0;
  const push = (bytes: Uint8Array): void => {
    parts.push(bytes);
    offset += bytes.length;
  };
  const directory: Uint8Array[] = [];
  for (const entry of entries) {
    const { name, packed, content = packed, method = 0, hasDescriptor = false } = entry;
    const nameBytes = typeof name === 'string' ? new TextEncoder().encode(name) : name;
    const flags = (entry.flags ?? 0) | (hasDescriptor ? 8 : 0);
    const checkSum = entry.checkSum ?? crc32(content);
    const length = entry.statedLength ?? content.length;
    const start = offset;
    const sizes = (isEmpty: boolean) => (isEmpty ? [0, 0, 0] : [checkSum, packed.length, length]);
    const longSizes = entry.isLong === true && !hasDescriptor;
    const localExtra = longSizes ? concat(u16(1, 16), u64(length, packed.length)) : new Uint8Array(0);
    const local = longSizes ? [checkSum, 0xffff_ffff, 0xffff_ffff] : sizes(hasDescriptor);
    push(
      concat(u32(0x04034b50), u16(20, flags, method, 0, 0), u32(...local), u16(nameBytes.length, localExtra.length)),
    );
    push(concat(nameBytes, localExtra, packed));
    if (hasDescriptor) {
      const numbers = entry.isLong === true ? u64(packed.length, length) : u32(packed.length, length);
      push(concat(u32(0x08074b50, checkSum), numbers));
    }
    const extra = entry.isLong === true ? concat(u16(1, 24), u64(length, packed.length, start)) : new Uint8Array(0);
    const stated = entry.isLong === true ? [checkSum, 0xffff_ffff, 0xffff_ffff] : [checkSum, packed.length, length];
    directory.push(
      concat(
        u32(0x02014b50),
        u16(20, 20, flags, method, 0, 0),
        u32(...stated),
        u16(nameBytes.length, extra.length, 0, 0, 0),
        u32(0, entry.isLong === true ? 0xffff_ffff : start),
        nameBytes,
        extra,
      ),
    );
  }
  const start = offset;
  const listed = concat(...directory);
  push(listed);
  if (isLong) {
    const end64 = offset;
    push(concat(u32(0x06064b50), u64(44), u16(45, 45), u32(0, 0), u64(entries.length, entries.length)));
    push(u64(listed.length, start));
    push(concat(u32(0x07064b50, 0), u64(end64), u32(1)));
  }
  const [count, byteLength, at] =
    isLong && !hasShortEnd ? [0xffff, 0xffff_ffff, 0xffff_ffff] : [entries.length, listed.length, start];
  push(concat(u32(0x06054b50), u16(disk, disk, count, count), u32(byteLength, at), u16(comment.length)));
  push(new TextEncoder().encode(comment));
  return concat(...parts);
}

/** Bytes one after another. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A text as Windows tools save it. */
export function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}

/** As {@link utf16}, with the larger byte of each unit first. */
export function utf16BigEndian(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
}

function u16(...values: readonly number[]): Uint8Array {
  return new Uint8Array(Buffer.concat(values.map((value) => Buffer.from([value & 0xff, value >>> 8]))));
}

function u32(...values: readonly number[]): Uint8Array {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value >>> 0, index * 4);
  return new Uint8Array(buffer);
}

function u64(...values: readonly number[]): Uint8Array {
  const buffer = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) buffer.writeBigUInt64LE(BigInt(value), index * 8);
  return new Uint8Array(buffer);
}
