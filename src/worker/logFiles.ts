import { leftTable } from '../core/archive/sentences';
import { packingOf, unpack, type Packing } from '../core/archive/unpack';
import type { UnpackFaultCode } from '../core/archive/unpacked';
import type { TableHeader } from '../core/formats/csv/tableHeader';
import { sliceSource, type ByteSource } from '../core/scan/byteSource';
import { plainLabel } from '../core/text/escape';
import type { LogContent, LogListener, UnknownTable } from '../protocol/logApi';
import { cancelled, failed, ok, type Reply } from '../protocol/reply';
import { wantedEntries } from './wantedEntries';
import type { FileSource, TemporaryBytes, WorkerPlatform } from './workerPlatform';

/** How a long run is watched. */
export interface Watch {
  readonly signal: { readonly aborted: boolean };
  /** Bytes done of all bytes, and the events found in them. */
  onProgress(done: number, total: number, events?: number): void;
}

/** One content of the log's files, as it is read. */
export interface LogFile extends LogContent {
  readonly utf8: ByteSource;
  readonly faults: readonly UnpackFaultCode[];
}

/**
 * The files of a log as UTF-8. What is packed or UTF-16 is unpacked or transcoded once, into a private place that ends
 * with the log; an archive may hold several contents.
 */
export class LogFiles {
  private readonly opened: OpenedFile[] = [];
  private preparing: Promise<unknown> = Promise.resolve();
  private packedBytes = 0;

  constructor(
    private readonly platform: WorkerPlatform,
    private readonly listener: Pick<LogListener, 'confirmLarge' | 'mapColumns'>,
  ) {}

  /** The contents of all files that are open, in their order. */
  get contents(): readonly LogFile[] {
    return this.opened.flatMap(({ contents }) => contents);
  }

  /** What the user must know of the files before trusting counts, in sentences. */
  get notices(): readonly string[] {
    return this.opened.flatMap(({ notices }) => notices);
  }

  /** Opens all files, once. Rejects with a sentence when one cannot be read. */
  prepare(watch: Watch): Promise<Reply<readonly LogFile[]>> {
    const turn = this.preparing.then(() => this.openAll(watch));
    this.preparing = turn.catch(() => undefined);
    return turn;
  }

  /** A watch for work on the contents, which goes on where unpacking has ended. */
  afterUnpacking(watch: Watch): Watch {
    const { packedBytes } = this;
    return {
      signal: watch.signal,
      onProgress: (done, total, events) => watch.onProgress(packedBytes + done, packedBytes + total, events),
    };
  }

  /** The log's only file, when it is read as it is: not transcoded and not one of several. */
  get onlyFile(): FileSource | undefined {
    const [opened, ...others] = this.opened;
    return others.length === 0 && opened?.kept === undefined ? opened?.original : undefined;
  }

  /** The bytes of a record or a place. Rejects with a sentence when the file is gone or has changed. */
  async read(file: number, byteOffset: number, byteLength: number): Promise<Uint8Array> {
    const content = this.contents[file];
    if (content === undefined) throw new Error('This file is not open.');
    await this.opened[content.origin]!.original.checkUnchanged();
    const bytes = new Uint8Array(Math.max(0, Math.min(byteLength, content.utf8.size - byteOffset)));
    const count = await content.utf8.readInto(bytes, byteOffset);
    return bytes.subarray(0, count);
  }

  /** Gives all files back and deletes what was unpacked. They can be opened anew. */
  async close(): Promise<void> {
    this.packedBytes = 0;
    for (const { original, kept } of this.opened.splice(0)) {
      await original.close();
      await kept?.source.close();
      await kept?.temporary.delete();
    }
  }

  private async openAll(watch: Watch): Promise<Reply<readonly LogFile[]>> {
    for (const origin of this.platform.fileNames.keys()) {
      if (this.opened[origin] !== undefined) continue;
      const original = await this.platform.openSource(origin);
      let reply: Reply<OpenedFile> | undefined;
      try {
        reply = await this.openFile(origin, original, watch);
      } finally {
        if (reply?.ok !== true) await original.close();
      }
      if (!reply.ok) return reply;
      this.opened.push(reply.value);
    }
    return ok(this.contents);
  }

  private async openFile(origin: number, original: FileSource, watch: Watch): Promise<Reply<OpenedFile>> {
    const name = this.platform.fileNames[origin]!;
    const packing = await packingOf(original);
    if (packing !== undefined) return this.unpackFile(origin, original, packing, watch);
    const { size: byteLength } = original;
    const content: LogFile = { name, origin, form: 'original', byteLength, utf8: original, faults: [] };
    return ok({ original, contents: [content], notices: [] });
  }

  private async unpackFile(
    origin: number,
    original: FileSource,
    packing: Packing,
    watch: Watch,
  ): Promise<Reply<OpenedFile>> {
    const name = this.platform.fileNames[origin]!;
    const temporary = await this.platform.createTemporary((byteLength) =>
      this.listener.confirmLarge(origin, byteLength),
    );
    let kept: OpenedFile['kept'];
    let writtenBytes = 0;
    try {
      const left = new Set<string>();
      const wanted = wantedEntries(
        (entry, table) => this.listener.mapColumns(origin, unknownTable(table, entry)),
        (entry) => left.add(entry),
      );
      const result = await unpack(original, packing, wanted, {
        name: plainLabel(name),
        signal: watch.signal,
        write: (utf8) => {
          writtenBytes += utf8.length;
          return temporary.write(utf8);
        },
        onProgress: (done) => {
          // What is still to be read of the contents is not known yet: as much for each packed byte as so far.
          const expected = done > 0 ? (writtenBytes / done) * original.size : 0;
          watch.onProgress(this.packedBytes + done, this.packedBytes + original.size + expected);
        },
      });
      if (result.kind === 'cancelled') return cancelled;
      if (result.kind === 'refused') return failed(result.message);
      const source = await temporary.open();
      kept = { source, temporary };
      this.packedBytes += original.size;
      const form = packing === 'utf-16' ? 'transcoded' : 'unpacked';
      const contents = result.contents.map(({ entry, start, byteLength, faults }): LogFile => {
        const label = entry === undefined ? name : `${name} › ${entry}`;
        return { name: label, origin, entry, form, byteLength, utf8: sliceSource(source, start, byteLength), faults };
      });
      const notices = [...result.notices, ...[...left].map((entry) => leftTable(plainLabel(name), entry))];
      return ok({ original, contents, notices, kept });
    } finally {
      if (kept === undefined) await temporary.delete();
    }
  }
}

/** What is asked about a table; `entry` is where it stands in an archive. */
export function unknownTable({ key, titles, sample = [], part }: TableHeader, entry: string | undefined): UnknownTable {
  return { key, titles, sample, part, ...(entry !== undefined && { entry }) };
}

interface OpenedFile {
  readonly original: FileSource;
  readonly contents: readonly LogFile[];
  readonly notices: readonly string[];
  readonly kept?: { readonly source: ByteSource; readonly temporary: TemporaryBytes } | undefined;
}
