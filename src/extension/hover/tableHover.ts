import { Range, type DocumentSelector, type Hover, type HoverProvider, type Position, type TextDocument } from 'vscode';
import { readTripleName } from '../../core/formats/csv/tripleNames';
import { csvTargetAt } from '../../core/hover/csvTarget';
import type { CodeCatalogue } from '../codeCatalogue';
import { logOfDocument } from '../documents/logOfDocument';
import type { OpenLogs } from '../openLogs';
import type { Report } from '../report';
import { hoverOf } from './hoverOf';

/** Tables; those are explained that belong to an open log or are named like a provisioning log. */
export const tables: DocumentSelector = { pattern: '**/*.csv' };

/** Codes, GUIDs and times, which end with a letter or a digit. */
const cellWord = /[\p{L}\p{N}][\p{L}\p{N}_.:+-]*[\p{L}\p{N}]/u;

/** Explains the cell under the pointer in a table by the name of its column, or else the word. */
export class TableHover implements HoverProvider {
  constructor(
    private readonly logs: OpenLogs,
    private readonly codes: CodeCatalogue,
    private readonly report: Report,
  ) {}

  provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    return this.report.runQuietly('explain what the pointer is on', () => this.hover(document, position));
  }

  private async hover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const own = logOfDocument(document, this.logs);
    const name = readTripleName(document.uri.path);
    if (own === undefined && name === undefined) return undefined;
    const log = own ?? this.logs.active;
    const found = csvTargetAt(document.getText(), document.offsetAt(position), name?.part === 'steps');
    if (found === undefined) return undefined;
    const range = new Range(document.positionAt(found.start), document.positionAt(found.end));
    const hover = await hoverOf(found.target, range, log, this.codes.index);
    if (hover !== undefined) return hover;
    const word = document.getWordRangeAtPosition(position, cellWord);
    return word && hoverOf({ path: [], key: '', value: document.getText(word) }, word, log, this.codes.index);
  }
}
