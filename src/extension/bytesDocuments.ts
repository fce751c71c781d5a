import { Uri, window, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { hexDump } from '../core/text/hexDump';
import { ofForm } from '../core/text/contentForm';
import { formatCount } from '../core/text/formatValue';
import type { OpenLog } from './openLog';
import { valueOf } from './report';

const SCHEME = 'provisioning-log-bytes';
/** Bytes shown before and after the place, so that one sees what it stands between. */
const MARGIN_BYTES = 256;
const MAX_BYTES = 16_384;

/** A place in one of a log's files. */
export interface BytePlace {
  readonly file: number;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** Shows bytes as a hex dump in a read-only document, which renders nothing and runs nothing. */
export class BytesDocuments implements TextDocumentContentProvider, Disposable {
  private readonly texts = new Map<string, string>();
  private readonly subscriptions: readonly Disposable[];

  constructor() {
    this.subscriptions = [
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
    ];
  }

  /** Shows a place; rejects in words for the user when its file cannot be read. */
  async show(log: OpenLog, place: BytePlace): Promise<void> {
    const query = JSON.stringify([...log.files.map((file) => file.toString()), place.file, place.byteOffset]);
    const uri = Uri.from({ scheme: SCHEME, path: `/Bytes at ${place.byteOffset}.txt`, query });
    this.texts.set(uri.toString(), await BytesDocuments.describe(log, place));
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  /** What is shown of a place: where it is, and a dump of it and its surroundings. */
  static async describe(log: OpenLog, place: BytePlace): Promise<string> {
    const start = Math.max(0, place.byteOffset - MARGIN_BYTES);
    const length = Math.min(MAX_BYTES, place.byteOffset - start + place.byteLength + MARGIN_BYTES);
    const bytes = valueOf(await log.api.bytes(place.file, start, length));
    const content = log.info.files[place.file];
    const heading = [
      `File   ${JSON.stringify(content?.name ?? '')}`,
      `Place  byte ${formatCount(place.byteOffset)}${ofForm(content?.form ?? 'original')}, ${formatCount(place.byteLength)} bytes long`,
      `Shown  ${formatCount(bytes.length)} bytes from ${formatCount(start)} on`,
    ];
    return [...heading, '', ...hexDump(bytes, start), ''].join('\n');
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? 'These bytes are not at hand any more. Choose "Show Bytes" again.\n';
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
