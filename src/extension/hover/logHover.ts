import {
  Hover,
  MarkdownString,
  Range,
  type CancellationToken,
  type HoverProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { shippedCodes } from '../../core/codes/lookUpCode';
import { noFacts } from '../../core/hover/hoverFacts';
import { hoverCommands, type EventsLink, type HoverContext } from '../../core/hover/hoverTopic';
import { pathAt } from '../../core/record/pathAt';
import { hoverText } from '../../core/text/hoverText';
import { recordAt } from '../documents/recordAt';
import { VIRTUAL_SCHEME, readVirtualUri } from '../documents/virtualUri';
import type { OpenLog } from '../openLog';
import type { OpenLogs } from '../openLogs';
import type { Report } from '../report';
import { factsOf } from './logFacts';

/** Explains the value under the pointer in a log, in its pretty form, and in a single event. */
export class LogHover implements HoverProvider {
  constructor(
    private readonly logs: OpenLogs,
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
    const log = this.logOf(document);
    const record = await recordAt(document, position, log);
    if (record === undefined || token.isCancellationRequested) return undefined;
    const place = pathAt(record.text, document.offsetAt(position) - record.start);
    if (place?.part !== 'value') return undefined;
    const key = place.path.filter((part) => typeof part === 'string').at(-1) ?? '';
    const lines = await hoverText({ path: place.path, key, value: place.text }, contextFor(log));
    if (lines.length === 0) return undefined;
    const range = new Range(
      document.positionAt(record.start + place.start),
      document.positionAt(record.start + place.end),
    );
    return new Hover(markdown(lines), range);
  }

  private logOf(document: TextDocument): OpenLog | undefined {
    if (document.uri.scheme !== VIRTUAL_SCHEME) return this.logs.find(document.uri)?.log;
    const files = readVirtualUri(document.uri)?.files;
    return files && this.logs.findByFiles(files.map((file) => file.toString()));
  }
}

/** Only links to the listed commands work; no HTML, no icons. */
function markdown(lines: readonly string[]): MarkdownString {
  const text = new MarkdownString(lines.join('\n\n'));
  text.isTrusted = { enabledCommands: hoverCommands };
  return text;
}

function contextFor(log: OpenLog | undefined): HoverContext {
  return {
    codes: shippedCodes,
    facts: log === undefined ? noFacts : factsOf(log),
    nowMs: Date.now(),
    commandLink: (link) => (log === undefined ? undefined : commandLink(log, link)),
    localTime,
  };
}

function commandLink(log: OpenLog, { command, column, value }: EventsLink): string | undefined {
  if (column !== 'code') return undefined;
  const files = log.files.map((file) => file.toString());
  return `command:${command}?${encodeURIComponent(JSON.stringify([files, value]))}`;
}

function localTime(timeMs: number): string {
  return new Date(timeMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'long' });
}
