import { Range, Selection, TextEditorRevealType, window, workspace, type TextDocument, type Uri } from 'vscode';
import type { RecordRange } from '../protocol/logApi';
import { columnOf } from './documents/columnOf';
import type { LogDocuments } from './logDocuments';
import type { OpenLog } from './openLog';
import { valueOf } from './report';

/** VS Code draws so much of a line: https://code.visualstudio.com/docs/getstarted/settings (editor.stopRenderingLineAfter). */
const MAX_DRAWN_COLUMN = 10_000;
/** VS Code hands no larger document to extensions. */
const MAX_DOCUMENT_BYTES = 50_000_000;
/** A character that takes one UTF-16 unit takes at most three bytes. */
const MAX_UNIT_BYTES = 3;

/**
 * Selects the event's exact text in its file when VS Code can draw it; otherwise opens the event as a document of its
 * own, and the status bar says where it stands.
 */
export async function revealEvent(log: OpenLog, row: number, documents: LogDocuments): Promise<void> {
  const range = valueOf(await log.api.range(row));
  const content = log.info.files[range.file];
  // An editor shows an archive as the bytes it is.
  const file = content === undefined || content.form === 'unpacked' ? undefined : log.files[content.origin];
  if (file !== undefined && (await isDrawn(log, range)) && (await select(log, file, range))) return;
  await documents.showEvent(log, row);
}

/** Whether the record ends before the column where VS Code stops drawing. Looks at the bytes, not at a document. */
async function isDrawn(log: OpenLog, range: RecordRange): Promise<boolean> {
  const fileBytes = log.info.files[range.file]?.byteLength ?? Number.POSITIVE_INFINITY;
  if (fileBytes >= MAX_DOCUMENT_BYTES) return false;
  const end = range.byteOffset + range.byteLength;
  const start = Math.max(0, end - MAX_DRAWN_COLUMN * MAX_UNIT_BYTES);
  const reply = await log.api.bytes(range.file, start, end - start);
  if (!reply.ok) return false;
  const text = new TextDecoder().decode(reply.value);
  const lineStart = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const isWholeLine = lineStart > 0 || start === 0;
  return isWholeLine && text.length - lineStart < MAX_DRAWN_COLUMN;
}

/** False when the document is not what was indexed. */
async function select(log: OpenLog, file: Uri, place: RecordRange): Promise<boolean> {
  const event = valueOf(await log.event(place.row));
  const document = await workspace.openTextDocument(file);
  const range = new Range(
    document.positionAt(place.documentOffset),
    document.positionAt(place.documentOffset + place.documentLength),
  );
  const found = isText(document, range, event.raw, event.rawIsCut) ? range : findInDocument(document, event.raw);
  if (found === undefined) return false;
  const editor = await window.showTextDocument(document, { viewColumn: columnOf(file), preview: true });
  editor.selection = new Selection(found.start, found.end);
  editor.revealRange(found, TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

function isText(document: TextDocument, range: Range, raw: string, isCut: boolean): boolean {
  const text = withOneLineEnd(document.getText(range));
  return isCut ? text.startsWith(withOneLineEnd(raw)) : text === withOneLineEnd(raw);
}

/** A document with unsaved changes may still hold the record, somewhere else. */
function findInDocument(document: TextDocument, raw: string): Range | undefined {
  const start = document.getText().indexOf(raw);
  return start < 0 ? undefined : new Range(document.positionAt(start), document.positionAt(start + raw.length));
}

/** A document has one kind of line end; a file may have several. */
function withOneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
