import { Range, type TextDocument } from 'vscode';
import { detectFormat } from '../core/formats/detectFormat';
import { HEAD_BYTES } from '../core/formats/fileHead';

/** Whether the beginning of a document is that of a provisioning log. An empty document may still become one. */
export function looksLikeLog(document: TextDocument): boolean {
  // A character has at least one byte: one more of them than bytes are looked at tells whether that is all.
  const head = document.getText(new Range(document.positionAt(0), document.positionAt(HEAD_BYTES + 1)));
  if (head.trim() === '') return true;
  const bytes = new TextEncoder().encode(head);
  return 'format' in detectFormat(bytes.subarray(0, HEAD_BYTES), bytes.length <= HEAD_BYTES);
}
