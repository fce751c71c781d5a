import type { ByteSource } from '../scan/byteSource';
import { crc32 } from './crc32';
import { unpackLimits } from './limits';
import { Pump } from './pump';
import {
  encrypted,
  faultNotice,
  noLogAmong,
  notOpened,
  partNotOpened,
  refusedContent,
  shownName,
  tooLarge,
  unknownMethod,
  withoutDirectory,
  zipFaults,
} from './sentences';
import type { UnpackedContent, UnpackFaultCode, UnpackResult } from './unpacked';
import type { Unpacked, Unpacker, UnpackFault } from './unpacker';
import type { UnpackOptions } from './unpackStream';
import { Utf8Content, type ContentRules } from './utf8Content';
import { readZipDirectory } from './zipDirectory';
import { readPart, signature, ZipFields } from './zipBytes';
import { dataOffset, isUserFile, methodTitle, unpackerOf, type ZipEntry } from './zipEntry';
import { recoverZipEntries } from './zipRecovery';

/** Which entries of an archive are wanted. */
export interface EntryRules {
  /** So many bytes of UTF-8 are looked at. */
  readonly headBytes: number;
  /** As of {@link ContentRules}. `names` are those of all files in the archive, `entry` is one of them. */
  refusal(head: Uint8Array, isWhole: boolean, entry: string, names: readonly string[]): Promise<string | undefined>;
}

/**
 * Unpacks the entries of a zip that `rules` want, in the order of their names: hour files are then in the order of time.
 * What is no log is passed over; what might be one and cannot be unpacked is named.
 */
export function unpackZip(source: ByteSource, rules: EntryRules, options: UnpackOptions): Promise<UnpackResult> {
  return new ZipRun(source, rules, options).run();
}

/** How one entry ended: why it is left out, or why the whole archive is not taken. */
type Left = { readonly kind: 'left'; readonly why: string } | { readonly kind: 'refused'; readonly why: string };

class ZipRun {
  private readonly pump: Pump;
  private readonly contents: UnpackedContent[] = [];
  private readonly notices: string[] = [];
  /** Why entries that might be logs are left out. */
  private readonly left: string[] = [];
  /** Entries that hold something else. */
  private readonly unwanted: { readonly name: string; readonly why: string }[] = [];
  private names: readonly string[] = [];
  /** Whether the entries were found without the directory: what their headers say may be damage, too, and refuses nothing. */
  private isRecovered = false;
  private writtenBytes = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly rules: EntryRules,
    private readonly options: UnpackOptions,
  ) {
    this.pump = new Pump(source, options);
  }

  async run(): Promise<UnpackResult> {
    const directory = await readZipDirectory(this.source);
    if ('fault' in directory && directory.fault !== 'missing') return this.refused(zipFaults[directory.fault]);
    const isRecovered = (this.isRecovered = 'fault' in directory);
    if (isRecovered && (await isFirstOfSplit(this.source))) return this.refused(zipFaults.split);
    const entries = isRecovered ? await recoverZipEntries(this.source) : directory.entries;
    const files = entries.filter(isUserFile).sort((one, other) => (one.name < other.name ? -1 : 1));
    this.names = files.map((entry) => shownName(entry.name));
    for (const entry of files) {
      const left = await this.unpack(entry);
      if (left === 'cancelled') return { kind: 'cancelled' };
      if (left?.kind === 'refused') return this.refused(left.why);
      if (left !== undefined) this.left.push(left.why);
    }
    if (this.contents.length === 0) return isRecovered ? this.nothingCame(files) : this.nothingFits();
    const { name } = this.options;
    const left = this.left.map((why) => partNotOpened(name, why));
    const notices = [...(isRecovered ? [withoutDirectory(name)] : []), ...this.notices, ...left];
    return { kind: 'unpacked', contents: this.contents, notices };
  }

  /** Undefined when the entry was taken, or passed over because it is something else. */
  private async unpack(entry: ZipEntry): Promise<Left | 'cancelled' | undefined> {
    const { source, options } = this;
    const limits = options.limits ?? unpackLimits;
    const name = shownName(entry.name);
    if (entry.isEncrypted) return { kind: this.isRecovered ? 'left' : 'refused', why: encrypted(name) };
    const unpacker = unpackerOf(entry);
    if (unpacker === undefined) return { kind: 'left', why: unknownMethod(name, methodTitle(entry)) };
    const { packedBytes } = entry;
    const statedBytes = this.isRecovered ? 0 : (entry.stated?.byteLength ?? 0);
    if (statedBytes > limits.ratio * packedBytes) {
      return { kind: 'refused', why: tooLarge('ratio', limits) };
    }
    const start = await dataOffset(source, entry);
    if (start === undefined) return { kind: 'left', why: damagedEntry(name) };
    const summed = new Summed(unpacker);
    const size = { isTooLarge: false };
    const rules: ContentRules = {
      headBytes: this.rules.headBytes,
      refusal: async (head, isWhole) => {
        const refusal = await this.rules.refusal(head, isWhole, name, this.names);
        size.isTooLarge = refusal === undefined && this.writtenBytes + statedBytes > limits.byteLength;
        return size.isTooLarge ? '' : refusal;
      },
    };
    const first = this.writtenBytes;
    const content = new Utf8Content(rules, async (utf8) => {
      await options.write(utf8);
      this.writtenBytes += utf8.length;
    });
    const pumped = await this.pump.run(start, Math.min(start + packedBytes, source.size), summed, content);
    switch (pumped.kind) {
      case 'cancelled':
        return 'cancelled';
      case 'tooLarge':
        return { kind: 'refused', why: tooLarge(pumped.limit, limits) };
      case 'refused': {
        if (size.isTooLarge) return { kind: 'refused', why: tooLarge('byteLength', limits) };
        const why = refusedContent(name, pumped.refusal);
        if (pumped.refusal.kind === 'archive') return { kind: 'left', why };
        this.unwanted.push({ name, why });
        return undefined;
      }
      case 'done': {
        const faults = faultsOf(pumped.fault, entry, summed);
        this.contents.push({ entry: name, start: first, byteLength: content.byteLength, faults });
        this.notices.push(...faults.map((code) => faultNotice(`${options.name} › ${name}`, code)));
        return undefined;
      }
    }
  }

  private nothingCame(files: readonly ZipEntry[]): UnpackResult {
    const [first] = files;
    const areEncrypted = first !== undefined && files.every(({ isEncrypted }) => isEncrypted);
    return this.refused(areEncrypted ? encrypted(shownName(first.name)) : zipFaults.missing);
  }

  private nothingFits(): UnpackResult {
    const [why] = this.left;
    if (why !== undefined) return this.refused(why);
    const [only] = this.unwanted;
    return this.refused(
      only !== undefined && this.unwanted.length === 1 ? only.why : noLogAmong(this.unwanted.map(({ name }) => name)),
    );
  }

  private refused(why: string): UnpackResult {
    return { kind: 'refused', message: notOpened(this.options.name, why) };
  }
}

function damagedEntry(name: string): string {
  return `“${name}” is not where the directory of the archive says. The archive is damaged: download or copy it again.`;
}

/** Counts and sums up what comes out, to compare it with what the archive says. */
class Summed implements Unpacker {
  checkSum = 0;
  byteLength = 0;

  constructor(private readonly unpacker: Unpacker) {}

  push(packed: Uint8Array): Unpacked {
    const unpacked = this.unpacker.push(packed);
    for (const piece of unpacked.pieces) {
      this.checkSum = crc32(piece, this.checkSum);
      this.byteLength += piece.length;
    }
    return unpacked;
  }

  end(): Unpacked {
    return this.unpacker.end();
  }
}

function faultsOf(fault: UnpackFault | undefined, { stated }: ZipEntry, summed: Summed): readonly UnpackFaultCode[] {
  if (stated === undefined || fault === 'cut') return ['archiveCut'];
  if (fault === 'damaged') return ['archiveDamaged'];
  if (summed.byteLength < stated.byteLength) return ['archiveCut'];
  if (summed.checkSum !== stated.checkSum || summed.byteLength !== stated.byteLength) return ['archiveCheckSum'];
  return fault === 'trailing' ? ['archiveTrailing'] : [];
}

/** Whether an archive begins with the mark of one that goes on in other files (`.z01`, `.z02` …). */
async function isFirstOfSplit(source: ByteSource): Promise<boolean> {
  const head = await readPart(source, 0, 8);
  if (head.length < 8) return false;
  const [mark, next] = [0, 4].map((at) => new ZipFields(head).u32(at));
  return mark === signature.descriptor && next === signature.localHeader;
}
