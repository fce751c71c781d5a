import type { ByteSource } from '../core/scan/byteSource';

/** What a log's worker needs of the platform it runs on. */
export interface WorkerPlatform {
  /** The log's files, by name, for messages. */
  readonly fileNames: readonly string[];
  /** Opens one of them. Rejects with a sentence when it cannot be read. */
  openSource(file: number): Promise<FileSource>;
  /**
   * A private place for what is unpacked from a file, gone when it is deleted or the worker ends. `confirm` is asked before
   * much of it is kept in memory.
   */
  createTemporary(confirm: (byteLength: number) => Promise<boolean>): Promise<TemporaryBytes>;
  /** A file to write, desktop only: rejects with a sentence elsewhere. */
  createSink(path: string): Promise<FileSink>;
  /** Where indexes are kept for the next time; absent where they are not. */
  readonly indexStore?: IndexStore;
}

/** Bytes by name, of which those that were not used for the longest time are gone one day. */
export interface IndexStore {
  /** A hash in letters and digits that tells nothing of the bytes. */
  hash(bytes: Uint8Array): string;
  /** Undefined when there is nothing of this name, or it was damaged. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Rejects with a sentence; what was there before stays then. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** One file of the log. */
export interface FileSource extends ByteSource {
  /** Absent for bytes that are no file of the disk. */
  readonly stamp?: { readonly path: string; readonly mtimeMs: number };
  /** Rejects with a sentence when the file is gone, or is no longer what it was when it was opened. */
  checkUnchanged(): Promise<void>;
}

/** Bytes that are written once and then read. */
export interface TemporaryBytes {
  /** Rejects with a sentence when there is no more room. */
  write(bytes: Uint8Array): Promise<void>;
  /** The bytes written so far, as a source. Nothing is written afterwards. */
  open(): Promise<ByteSource>;
  delete(): Promise<void>;
}

/** A file that appears under its name only when it is complete. */
export interface FileSink {
  write(bytes: Uint8Array): Promise<void>;
  /** Gives the file its name. */
  commit(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}
