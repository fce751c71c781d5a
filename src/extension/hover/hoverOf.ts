import { Hover, MarkdownString, type Range } from 'vscode';
import type { CodeIndex } from '../../core/codes/lookUpCode';
import { noFacts } from '../../core/hover/hoverFacts';
import { hoverCommands, type EventsLink, type HoverTarget } from '../../core/hover/hoverTopic';
import { hoverText } from '../../core/text/hoverText';
import type { OpenLog } from '../openLog';
import { factsOf } from './logFacts';

/** A hover over a value, with what a log knows of it; undefined when there is nothing to say. */
export async function hoverOf(
  target: HoverTarget,
  range: Range,
  log: OpenLog | undefined,
  codes: CodeIndex,
): Promise<Hover | undefined> {
  const lines = await hoverText(target, {
    codes,
    facts: log === undefined ? noFacts : factsOf(log),
    nowMs: Date.now(),
    commandLink: (link) => (log === undefined ? undefined : commandLink(log, link)),
    localTime,
  });
  return lines.length === 0 ? undefined : new Hover(markdown(lines), range);
}

/** Only links to the listed commands work; no HTML, no icons. */
function markdown(lines: readonly string[]): MarkdownString {
  const text = new MarkdownString(lines.join('\n\n'));
  text.isTrusted = { enabledCommands: hoverCommands };
  return text;
}

function commandLink(log: OpenLog, { command, column, value }: EventsLink): string {
  const files = log.files.map((file) => file.toString());
  return `command:${command}?${encodeURIComponent(JSON.stringify([files, column, value]))}`;
}

function localTime(timeMs: number): string {
  return new Date(timeMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'long' });
}
