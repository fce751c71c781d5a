import type { ByteSource } from '../core/scan/byteSource';
import { encodingOf, transcode } from '../core/scan/transcode';
import type { FileSource, TemporaryBytes, WorkerPlatform } from './workerPlatform';

/** How a long run is watched. */
export interface Watch {
  readonly signal: { readonly aborted: boolean };
  /** Bytes done of all bytes, and the events found in them. */
  onProgress(done: number, total: number, events?: number): void;
}

/** The files of a log as UTF-8. A file of UTF-16 is transcoded once, into a private place that ends with the log. */
export class LogFiles {
  private readonly opened: (OpenedFile | undefined)[] = [];

  constructor(private readonly platform: WorkerPlatform) {}

  get count(): number {
    return this.platform.fileNames.length;
  }

  /** Opens a file, once. Undefined when the run was ended. Rejects with a sentence when the file cannot be read. */
  async open(file: number, watch: Watch): Promise<ByteSource | undefined> {
    const known = this.opened[file];
    if (known !== undefined) return known.utf8;
    const original = await this.platform.openSource(file);
    try {
      const opened = await this.asUtf8(original, watch);
      if (opened === undefined) await original.close();
      else this.opened[file] = opened;
      return opened?.utf8;
    } catch (error) {
      await original.close();
      throw error;
    }
  }

  /** The bytes of a record or a place. Rejects with a sentence when the file is gone or has changed. */
  async read(file: number, byteOffset: number, byteLength: number): Promise<Uint8Array> {
    const opened = this.opened[file];
    if (opened === undefined) throw new Error('This file is not open.');
    await opened.original.checkUnchanged();
    const bytes = new Uint8Array(Math.max(0, Math.min(byteLength, opened.utf8.size - byteOffset)));
    const count = await opened.utf8.readInto(bytes, byteOffset);
    return bytes.subarray(0, count);
  }

  /** Gives all files back and deletes what was transcoded. */
  async close(): Promise<void> {
    for (const opened of this.opened.splice(0)) {
      if (opened === undefined) continue;
      await opened.original.close();
      if (opened.temporary) await opened.utf8.close();
      await opened.temporary?.delete();
    }
  }

  private async asUtf8(original: FileSource, watch: Watch): Promise<OpenedFile | undefined> {
    const head = new Uint8Array(4);
    const encoding = encodingOf(head.subarray(0, await original.readInto(head, 0)));
    if (encoding === 'utf-8') return { original, utf8: original };
    const temporary = await this.platform.createTemporary();
    try {
      const isDone = await transcode(original, encoding, (bytes) => temporary.write(bytes), {
        signal: watch.signal,
        onProgress: (done) => watch.onProgress(done, original.size),
      });
      if (isDone) return { original, utf8: await temporary.open(), temporary };
    } catch (error) {
      await temporary.delete();
      throw error;
    }
    await temporary.delete();
    return undefined;
  }
}

interface OpenedFile {
  readonly original: FileSource;
  readonly utf8: ByteSource;
  readonly temporary?: TemporaryBytes;
}
