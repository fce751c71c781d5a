import {
  Disposable,
  EventEmitter,
  FilePermission,
  FileSystemError,
  FileType,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENT_LINES } from '../prettify/limits';
import type { OpenLogs } from '../openLogs';
import type { OpenLog } from '../openLog';
import { valueOf } from '../report';
import { readVirtualUri, type VirtualDocument } from './virtualUri';

/** Contents of this many documents are kept, the most recently read ones. */
const KEPT_DOCUMENTS = 8;

/**
 * The read-only file system behind the scheme `provisioning-log`. A document's content is made from its log when VS
 * Code asks for it; a log that is not open yet is opened first, so that tabs come back after a reload of the window.
 */
export class VirtualFiles implements FileSystemProvider, Disposable {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly contents = new Map<string, { document: VirtualDocument; content: Promise<Content> }>();

  private readonly subscriptions: Disposable[];

  constructor(private readonly logs: OpenLogs) {
    const forget = (log: OpenLog) => this.forget(log);
    this.subscriptions = [logs.onDidChangeLog(forget), logs.onDidClose(forget)];
  }

  async stat(uri: Uri): Promise<FileStat> {
    const content = await this.content(uri);
    return {
      type: FileType.File,
      ctime: content.madeMs,
      mtime: content.madeMs,
      size: content.bytes.length,
      permissions: FilePermission.Readonly,
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.content(uri)).bytes;
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
    this.contents.clear();
  }

  /** Forgets the contents made from a log: its file may have been read again. */
  private forget(log: OpenLog): void {
    const files = log.files.map((file) => file.toString()).join('\n');
    for (const [address, { document }] of this.contents) {
      if (document.files.map((file) => file.toString()).join('\n') === files) this.contents.delete(address);
    }
  }

  private content(uri: Uri): Promise<Content> {
    const address = uri.toString();
    const kept = this.contents.get(address);
    if (kept !== undefined) {
      this.contents.delete(address);
      this.contents.set(address, kept);
      return kept.content;
    }
    const document = readVirtualUri(uri);
    if (document === undefined) throw FileSystemError.FileNotFound('This is not an address of a provisioning log.');
    const content = this.make(document);
    content.catch(() => this.contents.delete(address));
    this.contents.set(address, { document, content });
    const [oldest] = this.contents.keys();
    if (this.contents.size > KEPT_DOCUMENTS && oldest !== undefined) this.contents.delete(oldest);
    return content;
  }

  /** Rejects with a `FileSystemError`: its message is what the user reads in the tab. */
  private async make(document: VirtualDocument): Promise<Content> {
    try {
      return { bytes: await prettyBytes(await this.logs.open(document.files), document), madeMs: Date.now() };
    } catch (error) {
      if (error instanceof FileSystemError) throw error;
      throw FileSystemError.Unavailable(error instanceof Error ? error.message : 'The log could not be read.');
    }
  }
}

interface Content {
  readonly bytes: Uint8Array;
  readonly madeMs: number;
}

async function prettyBytes(log: OpenLog, document: VirtualDocument): Promise<Uint8Array> {
  const place = document.kind === 'event' ? await placeOfEvent(log, document.key) : { file: document.file };
  const { bytes, isTooLarge } = valueOf(
    await log.prettify({
      ...place,
      indent: document.kind === 'pretty' ? document.indent : '  ',
      eol: '\n',
      to: { kind: 'memory', maxBytes: MAX_DOCUMENT_BYTES, maxLines: MAX_DOCUMENT_LINES },
    }),
  );
  if (isTooLarge || bytes === undefined) {
    throw FileSystemError.Unavailable('The prettified text is too long for an editor. Prettify the log to a file.');
  }
  return bytes;
}

async function placeOfEvent(log: OpenLog, key: string) {
  const row = valueOf(await log.api.rowOf(key));
  if (row === undefined) throw FileSystemError.FileNotFound('The log no longer holds this event.');
  const { file, byteOffset, byteLength } = valueOf(await log.api.range(row));
  return { file, range: { byteOffset, byteLength } };
}
