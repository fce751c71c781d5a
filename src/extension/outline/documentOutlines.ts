import { Range, type TextDocument } from 'vscode';
import { contentOfText } from '../../core/formats/textContent';
import type { TextRange } from '../../core/record/outlineScan';
import { emptyOutline, outlineText, type TextOutline } from '../../core/record/outlineText';

/** The outlines of documents, made once for each version. A document of one line is minified and has none. */
export class DocumentOutlines {
  private readonly outlines = new WeakMap<TextDocument, { version: number; outline: TextOutline }>();

  of(document: TextDocument): TextOutline {
    const { version } = document;
    const known = this.outlines.get(document);
    if (known?.version === version) return known.outline;
    const outline = document.lineCount < 2 ? emptyOutline : outlined(document.getText());
    this.outlines.set(document, { version, outline });
    return outline;
  }
}

function outlined(text: string): TextOutline {
  return outlineText(text, contentOfText(text));
}

/** A part of a document's text as VS Code counts it. */
export function rangeOf(document: TextDocument, { start, end }: TextRange): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
