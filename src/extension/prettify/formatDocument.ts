import {
  EndOfLine,
  Position,
  Range,
  TextEdit,
  type DocumentFormattingEditProvider,
  type FormattingOptions,
  type TextDocument,
} from 'vscode';
import { prettifyText } from '../../core/prettify/prettifyText';

/** Format Document for provisioning logs: one edit, and only white space between tokens differs. */
export class LogFormatter implements DocumentFormattingEditProvider {
  provideDocumentFormattingEdits(document: TextDocument, options: FormattingOptions): TextEdit[] {
    const text = document.getText();
    const eol = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
    const pretty = prettifyText(text, indentation(options), eol);
    if (pretty === text) return [];
    return [TextEdit.replace(new Range(new Position(0, 0), document.positionAt(text.length)), pretty)];
  }
}

/** One level of indentation, as the editor's settings want it. */
export function indentation(options: { readonly tabSize: number; readonly insertSpaces: boolean }): string {
  return options.insertSpaces ? ' '.repeat(Math.min(Math.max(options.tabSize, 1), 16)) : '\t';
}
