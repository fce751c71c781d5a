import type { DocumentSelector, Hover, HoverProvider, Position, TextDocument } from 'vscode';
import { isSpelledAsCode, lookUpCode } from '../../core/codes/lookUpCode';
import type { CodeCatalogue } from '../codeCatalogue';
import { logOfDocument } from '../documents/logOfDocument';
import type { OpenLogs } from '../openLogs';
import type { Report } from '../report';
import { hoverOf } from './hoverOf';

/** Where people note and discuss errors: logs of other programs, notes, Markdown. */
export const notes: DocumentSelector = [
  { language: 'plaintext', pattern: '**/*.{log,txt}' },
  { language: 'log' },
  { language: 'markdown' },
];

/** A code as it stands among other words. */
export const codeWord = /[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*/;

/** Explains error codes that the catalogue knows, and nothing else, in notes while a log is open. */
export class WordHover implements HoverProvider {
  constructor(
    private readonly logs: OpenLogs,
    private readonly codes: CodeCatalogue,
    private readonly report: Report,
  ) {}

  provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    return this.report.runQuietly('explain what the pointer is on', () => this.hover(document, position));
  }

  private async hover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    // A log is explained value by value, whatever its file is called.
    if (this.logs.shown.length === 0 || logOfDocument(document, this.logs) !== undefined) return undefined;
    const range = document.getWordRangeAtPosition(position, codeWord);
    if (range === undefined) return undefined;
    const value = document.getText(range);
    if (!isSpelledAsCode(value) || !lookUpCode(value, this.codes.index).isKnown) return undefined;
    return hoverOf({ path: [], key: '', value }, range, this.logs.active, this.codes.index);
  }
}
