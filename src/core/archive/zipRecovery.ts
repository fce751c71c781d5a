import type { ByteSource } from '../scan/byteSource';
import { IN_ZIP64, LOCAL_HEADER_BYTES, readPart, signature, ZIP64_EXTRA, ZipFields } from './zipBytes';
import { MAX_ENTRIES } from './zipDirectory';
import { entryFlag, isEncrypted, type ZipEntry } from './zipEntry';

const SEARCH_BYTES = 256 * 1024;
const NAME_AND_EXTRA_BYTES = 2 * 0xffff;
/** Check sum and both sizes, of eight bytes each in a large archive. */
const DESCRIPTOR_BYTES = 24;

/** The files of a zip whose directory is missing, one after another from its start. The last one may be cut. */
export async function recoverZipEntries(source: ByteSource): Promise<readonly ZipEntry[]> {
  const entries: ZipEntry[] = [];
  for (let offset = 0; offset < source.size && entries.length < MAX_ENTRIES;) {
    const fields = new ZipFields(await readPart(source, offset, LOCAL_HEADER_BYTES + NAME_AND_EXTRA_BYTES));
    if (fields.u32(0) !== signature.localHeader) break;
    const { entry, dataOffset } = readHeader(fields, offset);
    const hasDescriptor = (fields.u16(6) & entryFlag.descriptor) !== 0;
    const found = hasDescriptor ? await findDescriptor(source, dataOffset) : undefined;
    if (hasDescriptor && found === undefined) {
      entries.push({ ...entry, stated: undefined, packedBytes: Math.max(0, source.size - dataOffset) });
      break;
    }
    const whole: ZipEntry = { ...entry, ...found?.sizes };
    entries.push(whole);
    offset = found?.end ?? dataOffset + whole.packedBytes;
  }
  return entries;
}

function readHeader(fields: ZipFields, offset: number): { entry: ZipEntry; dataOffset: number } {
  const nameBytes = fields.u16(26);
  const extraBytes = fields.u16(28);
  const long = fields.extra(ZIP64_EXTRA, LOCAL_HEADER_BYTES + nameBytes, extraBytes);
  const isLong = long !== undefined && long.length >= 16 && fields.u32(18) === IN_ZIP64;
  const entry: ZipEntry = {
    name: fields.text(LOCAL_HEADER_BYTES, nameBytes),
    isEncrypted: isEncrypted(fields.u16(6)),
    method: fields.u16(8),
    packedBytes: isLong ? fields.u64(long.at + 8) : fields.u32(18),
    headerOffsets: [offset],
    stated: { checkSum: fields.u32(14), byteLength: isLong ? fields.u64(long.at) : fields.u32(22) },
  };
  return { entry, dataOffset: offset + LOCAL_HEADER_BYTES + nameBytes + extraBytes };
}

/** Sizes that were written behind the data, and where they end. A signature counts only when it gives its own distance. */
async function findDescriptor(
  source: ByteSource,
  dataOffset: number,
): Promise<{ sizes: Pick<ZipEntry, 'packedBytes' | 'stated'>; end: number } | undefined> {
  for (let start = dataOffset; start < source.size; start += SEARCH_BYTES) {
    const bytes = await readPart(source, start, SEARCH_BYTES + DESCRIPTOR_BYTES);
    const fields = new ZipFields(bytes);
    for (let at = bytes.indexOf(0x50); at >= 0 && at < SEARCH_BYTES; at = bytes.indexOf(0x50, at + 1)) {
      if (fields.u32(at) !== signature.descriptor) continue;
      const packedBytes = start + at - dataOffset;
      const checkSum = fields.u32(at + 4);
      if (fields.u64(at + 8) === packedBytes) {
        return { sizes: { packedBytes, stated: { checkSum, byteLength: fields.u64(at + 16) } }, end: start + at + 24 };
      }
      if (fields.u32(at + 8) === packedBytes) {
        return { sizes: { packedBytes, stated: { checkSum, byteLength: fields.u32(at + 12) } }, end: start + at + 16 };
      }
    }
  }
  return undefined;
}
