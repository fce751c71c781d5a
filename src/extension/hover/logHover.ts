import {
  Range,
  type CancellationToken,
  type DocumentSelector,
  type Hover,
  type HoverProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { columnNamesBefore } from '../../core/record/columnNames';
import { placesAt } from '../../core/record/innerPlace';
import type { CodeCatalogue } from '../codeCatalogue';
import { logOfDocument } from '../documents/logOfDocument';
import { recordAt, type RecordText } from '../documents/recordAt';
import type { OpenLogs } from '../openLogs';
import type { Report } from '../report';
import { hoverOf } from './hoverOf';

/** Logs by their language, and whatever else a log in JSON may be opened as. */
export const jsonTexts: DocumentSelector = ['provisioning-log', 'json', 'jsonc', 'jsonl', 'plaintext', 'log'].map(
  (language) => ({ language }),
);

/**
 * Explains the value under the pointer in a log, in its pretty form, and in a single event. A text of another language
 * is explained only where it belongs to an open log, and is no table.
 */
export class LogHover implements HoverProvider {
  constructor(
    private readonly logs: OpenLogs,
    private readonly codes: CodeCatalogue,
    private readonly report: Report,
  ) {}

  provideHover(document: TextDocument, position: Position, token: CancellationToken): Promise<Hover | undefined> {
    return this.report.runQuietly('explain what the pointer is on', () => this.hover(document, position, token));
  }

  private async hover(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const log = logOfDocument(document, this.logs);
    if (log === undefined && document.languageId !== 'provisioning-log') return undefined;
    if (/\.csv$/i.test(document.uri.path)) return undefined;
    const record = await recordAt(document, position, log);
    if (record === undefined || token.isCancellationRequested) return undefined;
    for (const place of placesAt(record.text, document.offsetAt(position) - record.start)) {
      if (place.part !== 'value') return undefined;
      const path = namedPath(document, record, place.path);
      const key = path.filter((part) => typeof part === 'string').at(-1) ?? '';
      const range = new Range(
        document.positionAt(record.start + place.start),
        document.positionAt(record.start + place.end),
      );
      const hover = await hoverOf({ path, key, value: place.text }, range, log, this.codes.index);
      if (hover !== undefined) return hover;
    }
    return undefined;
  }
}

/** A row of a query's result is a list: what its values are called stands in front of the rows. */
function namedPath(
  document: TextDocument,
  { text, start }: RecordText,
  path: readonly (string | number)[],
): readonly (string | number)[] {
  const [column, ...inside] = path;
  if (typeof column !== 'number' || !text.startsWith('[')) return path;
  return [columnNamesBefore(document.getText(), start)[column] ?? '', ...inside];
}
