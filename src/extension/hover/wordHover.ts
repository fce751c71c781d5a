import type { DocumentSelector, Hover, HoverProvider, Position, TextDocument } from 'vscode';
import { lookUpCode, type CodeIndex } from '../../core/codes/lookUpCode';
import type { CodeCatalogue } from '../codeCatalogue';
import { logOfDocument } from '../documents/logOfDocument';
import type { OpenLogs } from '../openLogs';
import type { Report } from '../report';
import { hoverOf } from './hoverOf';

/** Tables that are named like provisioning logs. */
export const logTables: DocumentSelector = { pattern: '**/*ProvisioningLog*.csv' };

/** Where people note and discuss errors: logs of other programs, notes, Markdown. */
export const notes: DocumentSelector = [
  { language: 'plaintext', pattern: '**/*.{log,txt}' },
  { language: 'log' },
  { language: 'markdown' },
];

/** Codes, GUIDs and times, which end with a letter or a digit. */
const cellWord = /[\p{L}\p{N}][\p{L}\p{N}_.:+-]*[\p{L}\p{N}]/u;
const codeWord = /[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*/;

/** Explains the word under the pointer in documents without a structure, while a log is open. */
export class WordHover implements HoverProvider {
  /** `codesOnly`: nothing but error codes that the catalogue knows. */
  constructor(
    private readonly logs: OpenLogs,
    private readonly codes: CodeCatalogue,
    private readonly report: Report,
    private readonly codesOnly: boolean,
  ) {}

  provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    return this.report.runQuietly('explain what the pointer is on', () => this.hover(document, position));
  }

  private async hover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    if (this.logs.shown.length === 0) return undefined;
    const range = document.getWordRangeAtPosition(position, this.codesOnly ? codeWord : cellWord);
    if (range === undefined) return undefined;
    const value = document.getText(range);
    if (this.codesOnly && !looksLikeCode(value, this.codes.index)) return undefined;
    const log = logOfDocument(document, this.logs) ?? this.logs.active;
    return hoverOf({ path: [], key: '', value }, range, log, this.codes.index);
  }
}

/** `Conflict` and `timeout` are words of prose as well: a code has a capital within. */
function looksLikeCode(value: string, codes: CodeIndex): boolean {
  return /[\p{Ll}\p{N}_]\p{Lu}/u.test(value) && lookUpCode(value, codes).isKnown;
}
