import {
  Range,
  type CancellationToken,
  type DocumentSelector,
  type Hover,
  type HoverProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { BROKEN_REACH, codeInBroken, isWhole } from '../../core/hover/brokenTarget';
import type { HoverTarget } from '../../core/hover/hoverTopic';
import { columnNamesBefore } from '../../core/record/columnNames';
import { placesAt } from '../../core/record/innerPlace';
import type { TextRange } from '../../core/record/outlineScan';
import type { CodeCatalogue } from '../codeCatalogue';
import { logOfDocument } from '../documents/logOfDocument';
import { recordAt, type RecordText } from '../documents/recordAt';
import type { OpenLog } from '../openLog';
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
    if (token.isCancellationRequested) return undefined;
    // What stands in no record belongs to one that is broken.
    const isSound = record === undefined ? false : record.isIndexed || isWhole(record.text);
    const isBroken = isSound === false;
    const hover = record && (await this.inRecord(document, position, { ...record, isBroken }, log));
    return hover ?? (isSound === true ? undefined : this.inBroken(document, position, isBroken, log));
  }

  private async inRecord(
    document: TextDocument,
    position: Position,
    record: RecordText & Pick<HoverTarget, 'isBroken'>,
    log: OpenLog | undefined,
  ): Promise<Hover | undefined> {
    for (const place of placesAt(record.text, document.offsetAt(position) - record.start)) {
      if (place.part !== 'value') return undefined;
      const path = namedPath(document, record, place.path);
      const key = path.filter((part) => typeof part === 'string').at(-1) ?? '';
      const range = rangeIn(document, record.start, place);
      const hover = await hoverOf(
        { path, key, value: place.text, isBroken: record.isBroken },
        range,
        log,
        this.codes.index,
      );
      if (hover !== undefined) return hover;
    }
    return undefined;
  }

  /** Around a place that belongs to no sound record: what is a code without a doubt. */
  private async inBroken(
    document: TextDocument,
    position: Position,
    isBroken: boolean,
    log: OpenLog | undefined,
  ): Promise<Hover | undefined> {
    const offset = document.offsetAt(position);
    const start = Math.max(0, offset - BROKEN_REACH);
    const around = document.getText(rangeIn(document, start, { start: 0, end: offset + BROKEN_REACH - start }));
    const found = codeInBroken(around, offset - start, this.codes.index);
    const range = found && rangeIn(document, start, found);
    return range && hoverOf({ ...found.target, isBroken }, range, log, this.codes.index);
  }
}

function rangeIn(document: TextDocument, from: number, { start, end }: TextRange): Range {
  return new Range(document.positionAt(from + start), document.positionAt(from + end));
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
