import { window, workspace, type TextEditor, type Uri } from 'vscode';
import type { LogDocuments } from '../logDocuments';
import type { OpenLog } from '../openLog';
import { valueOf } from '../report';
import { columnOf } from './columnOf';
import { virtualUri, type VirtualDocument } from './virtualUri';

/** Which content of a log's files: its number, and that of the file that holds it. */
export interface PrettyContent {
  readonly file: number;
  readonly origin: number;
}

/** Opens the read-only documents that are made from a log. */
export class VirtualDocuments implements LogDocuments {
  async showEvent(log: OpenLog, row: number): Promise<void> {
    const { key, event } = valueOf(await log.api.range(row));
    await showDocument({ kind: 'event', files: log.files, key, event });
  }

  /** Opens one content of the log's files with line breaks and indentation. */
  async showPretty(files: readonly Uri[], content: PrettyContent, indent: string): Promise<void> {
    await showDocument({ kind: 'pretty', files, ...content, indent });
  }
}

async function showDocument(document: VirtualDocument): Promise<TextEditor> {
  const opened = await workspace.openTextDocument(virtualUri(document));
  return window.showTextDocument(opened, { viewColumn: columnOf(opened.uri), preview: document.kind === 'event' });
}
