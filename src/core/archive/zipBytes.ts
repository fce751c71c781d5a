import type { ByteSource } from '../scan/byteSource';

/** Signatures of a zip's parts, as little-endian numbers: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. */
export const signature = {
  localHeader: 0x04034b50,
  descriptor: 0x08074b50,
  directoryEntry: 0x02014b50,
  directoryEnd: 0x06054b50,
  directoryEnd64: 0x06064b50,
  locator64: 0x07064b50,
} as const;

/** A local header before its name. */
export const LOCAL_HEADER_BYTES = 30;

/** A part of the archive; shorter where the archive ends. */
export async function readPart(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
  return bytes.subarray(0, await source.readInto(bytes, offset));
}

/** Little-endian numbers in some bytes. Places behind the end read as zero. */
export class ZipFields {
  constructor(private readonly bytes: Uint8Array) {}

  get length(): number {
    return this.bytes.length;
  }

  u16(at: number): number {
    return (this.bytes[at] ?? 0) | ((this.bytes[at + 1] ?? 0) << 8);
  }

  u32(at: number): number {
    return this.u16(at) + this.u16(at + 2) * 0x1_0000;
  }

  /** Not exact above 2^53, which is beyond the end of every archive. */
  u64(at: number): number {
    return this.u32(at) + this.u32(at + 4) * 0x1_0000_0000;
  }

  /** A name: UTF-8 where it is, else one character for each byte. It is shown and never used as a path. */
  text(at: number, length: number): string {
    const bytes = this.bytes.subarray(at, at + length);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('latin1').decode(bytes);
    }
  }

  /** Where the data of an extra field stands, among extra fields that begin at `at`; undefined when it is not there. */
  extra(id: number, at: number, length: number): { at: number; length: number } | undefined {
    const end = Math.min(at + length, this.length);
    for (let field = at; field + 4 <= end; field += 4 + this.u16(field + 2)) {
      if (this.u16(field) === id) return { at: field + 4, length: Math.min(this.u16(field + 2), end - field - 4) };
    }
    return undefined;
  }
}

/** The extra field that holds what does not fit into 32 bits, and the number that says so. */
export const ZIP64_EXTRA = 0x0001;
/** See {@link ZIP64_EXTRA}. */
export const IN_ZIP64 = 0xffff_ffff;
