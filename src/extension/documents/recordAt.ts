import { Range, type Position, type TextDocument } from 'vscode';
import { findRecordInText } from '../../core/record/pathAt';
import type { OpenLog } from '../openLog';
import { VIRTUAL_SCHEME, readVirtualUri } from './virtualUri';

/** The record around a position of a text document. */
export interface RecordText {
  /** The record as the document has it. */
  readonly text: string;
  /** Where it begins in the document, in UTF-16 units. */
  readonly start: number;
  /** Whether the index has it: then it is whole. */
  readonly isIndexed: boolean;
}

/**
 * Finds the record that a position lies in. For the untouched original the index says where it stands; that answer
 * counts only when the bytes there are the document's text. In every other document (dirty, pretty, another view of
 * the log) the document's own text is searched.
 */
export async function recordAt(
  document: TextDocument,
  position: Position,
  log: OpenLog | undefined,
): Promise<RecordText | undefined> {
  const offset = document.offsetAt(position);
  if (document.uri.scheme === VIRTUAL_SCHEME && readVirtualUri(document.uri)?.kind === 'event') {
    return { text: document.getText(), start: 0, isIndexed: true };
  }
  return (await fromIndex(document, offset, log)) ?? fromText(document, offset);
}

async function fromIndex(
  document: TextDocument,
  offset: number,
  log: OpenLog | undefined,
): Promise<RecordText | undefined> {
  if (log === undefined || document.isDirty) return undefined;
  const file = log.contentOf(document.uri);
  if (file === undefined) return undefined;
  const found = await log.api.rangeAtDocumentOffset(file, offset);
  if (!found.ok || found.value === undefined) return undefined;
  const { row, documentOffset, documentLength } = found.value;
  const text = document.getText(
    new Range(document.positionAt(documentOffset), document.positionAt(documentOffset + documentLength)),
  );
  const event = await log.api.event(row);
  if (!event.ok || event.value.rawIsCut) return undefined;
  return withOneLineEnd(event.value.raw) === withOneLineEnd(text)
    ? { text, start: documentOffset, isIndexed: true }
    : undefined;
}

function fromText(document: TextDocument, offset: number): RecordText | undefined {
  const text = document.getText();
  const found = findRecordInText(text, offset);
  return found && { text: text.slice(found.start, found.end), start: found.start, isIndexed: false };
}

function withOneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
