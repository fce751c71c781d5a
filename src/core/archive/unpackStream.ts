import type { ByteSource } from '../scan/byteSource';
import { ARCHIVE_HEAD_BYTES } from './archiveKind';
import { Gunzipper, TRAILER_BYTES, type GzipMember } from './gunzipper';
import { unpackLimits } from './limits';
import { CHUNK_BYTES, Pump, type PumpOptions } from './pump';
import { faultNotice, notOpened, refusedContent, tooLarge } from './sentences';
import type { UnpackFaultCode, UnpackResult } from './unpacked';
import { StoredUnpacker, type Unpacker, type UnpackFault } from './unpacker';
import { Utf8Content } from './utf8Content';
import { readPart, ZipFields } from './zipBytes';

/** How a file is unpacked. */
export interface UnpackOptions extends PumpOptions {
  /** The file's name as it can be shown. */
  readonly name: string;
  /** Takes the contents as UTF-8, one after another. */
  write(utf8: Uint8Array): Promise<void>;
}

/** Makes UTF-8 of a file of UTF-16. */
export function unpackText(source: ByteSource, options: UnpackOptions): Promise<UnpackResult> {
  return unpackWhole(source, new StoredUnpacker(), options);
}

/** Unpacks a gzip file. One that is cut or damaged gives what came before. */
export async function unpackGzip(source: ByteSource, options: UnpackOptions): Promise<UnpackResult> {
  const gunzipper = new Gunzipper();
  return unpackWhole(source, gunzipper, options, (fault, end) => checkMembers(source, gunzipper.members, fault, end));
}

async function unpackWhole(
  source: ByteSource,
  unpacker: Unpacker,
  options: UnpackOptions,
  check?: (fault: UnpackFault | undefined, end: number) => Promise<readonly UnpackFaultCode[]>,
): Promise<UnpackResult> {
  const refused = (why: string): UnpackResult => ({ kind: 'refused', message: notOpened(options.name, why) });
  const rules = { headBytes: ARCHIVE_HEAD_BYTES, refusal: () => Promise.resolve(undefined) };
  const content = new Utf8Content(rules, (utf8) => options.write(utf8));
  const pumped = await new Pump(source, options).run(0, source.size, unpacker, content);
  switch (pumped.kind) {
    case 'cancelled':
      return pumped;
    case 'tooLarge':
      return refused(tooLarge(pumped.limit, options.limits ?? unpackLimits));
    case 'refused':
      return refused(refusedContent(undefined, pumped.refusal));
    case 'done': {
      const faults = (await check?.(pumped.fault, pumped.end)) ?? [];
      if (content.byteLength === 0 && faults.length > 0) {
        return refused('the file is damaged or cut off, and nothing in it can be read. Download or copy it again.');
      }
      return {
        kind: 'unpacked',
        contents: [{ entry: undefined, start: 0, byteLength: content.byteLength, faults }],
        notices: faults.map((code) => faultNotice(options.name, code)),
      };
    }
  }
}

/** Compares what came out of each member with what stands behind it. */
async function checkMembers(
  source: ByteSource,
  members: readonly GzipMember[],
  fault: UnpackFault | undefined,
  end: number,
): Promise<readonly UnpackFaultCode[]> {
  if (fault === 'cut') return ['archiveCut'];
  if (fault === 'damaged') return ['archiveDamaged'];
  let isRight = true;
  let checkedEnd = 0;
  for (const { byteOffset, checkSum, byteLength } of members) {
    // Where the last member ends is found by what stands there.
    const start = byteOffset ?? Math.max(checkedEnd, end - 2 * CHUNK_BYTES);
    const bytes = await readPart(source, start, byteOffset === undefined ? end - start : TRAILER_BYTES);
    const found = findTrailer(new ZipFields(bytes), checkSum, byteLength);
    if (found === undefined) isRight = false;
    checkedEnd = found === undefined ? source.size : start + found + TRAILER_BYTES;
  }
  const faults: UnpackFaultCode[] = isRight ? [] : ['archiveCheckSum'];
  return checkedEnd === source.size ? faults : [...faults, 'archiveTrailing'];
}

function findTrailer(fields: ZipFields, checkSum: number, byteLength: number): number | undefined {
  for (let at = fields.length - TRAILER_BYTES; at >= 0; at--) {
    if (fields.u32(at) === checkSum && fields.u32(at + 4) === byteLength) return at;
  }
  return undefined;
}
