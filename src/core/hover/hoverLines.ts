import { type ErrorCode, scenarios, turns } from '../codes/errorCode';
import type { ColumnId } from '../columns/columns';
import { codeSpan } from '../text/escape';
import { formatCounted, formatTime } from '../text/formatValue';
import type { ValueUse } from './hoverFacts';
import { hoverCommands, type HoverContext } from './hoverTopic';

/** So many steps of an entry stand in a hover. */
const MAX_STEPS = 4;
const MAX_SPAN = 200;

/** A piece of log text in a code span, cut to what a hover can hold. */
export function span(text: string): string {
  return codeSpan(text, MAX_SPAN);
}

/** What an entry of the catalogue says, in at most eight lines. The user's own entries stand in code spans. */
export function entryLines(entry: ErrorCode): readonly string[] {
  const say = entry.origin === 'user' ? span : (text: string) => text;
  const turn = turns.find(({ id }) => id === entry.turn);
  const steps = entry.steps.slice(0, MAX_STEPS).map((step, index) => `${index + 1}. ${say(step)}`);
  return [
    say(entry.cause),
    ...steps,
    say(entry.retry.text),
    `**Whose turn: ${turn?.title ?? entry.turn}.** ${turn?.sentence ?? ''} ${originNote(entry)}`.trim(),
  ];
}

/** The title of an entry, in bold where it is ours. */
export function entryTitle(entry: ErrorCode): string {
  return entry.origin === 'user' ? span(entry.title) : `**${entry.title}**`;
}

function originNote({ origin, appliesTo }: ErrorCode): string {
  if (origin === 'user') return 'This is an entry of your own.';
  const where = scenarios.filter(({ id }) => appliesTo.includes(id));
  const limited = where.length === 1 ? `Seen in: ${where[0]!.title}.` : '';
  return origin === 'observed' ? `${limited} Known from logs that people published.`.trim() : limited;
}

/** How often a value occurs, and when; nothing when the log cannot tell. */
export function useLines(use: ValueUse | undefined): readonly string[] {
  if (use === undefined) return [];
  const { count, firstTimeMs: first, lastTimeMs: last } = use;
  if (count === 0) return ['Not in this log.'];
  const when =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? `, at ${formatTime(first)}`
        : `, first ${formatTime(first)}, last ${formatTime(last)}`;
  return [`In this log: ${formatCounted(count, 'event')}${when}.`];
}

/** What a link to events needs; undefined when the log has none with that value, or cannot tell. */
export function eventsWith(
  column: ColumnId,
  value: string,
  use: ValueUse | undefined,
): { column: ColumnId; value: string } | undefined {
  return use === undefined || use.count === 0 ? undefined : { column, value };
}

/** One line of links: documentation of ours, and the events with a value. Nothing when there is neither. */
export function linkLine(
  context: HoverContext,
  documentation: string | undefined,
  events: { column: ColumnId; value: string } | undefined,
): readonly string[] {
  const command = events && context.commandLink({ command: 'provisioningLog.showEvents', ...events });
  const links = [
    documentation !== undefined && isWebAddress(documentation) ? `[Documentation](${documentation})` : undefined,
    command !== undefined && isAllowed(command) ? `[Show events](${closed(command)})` : undefined,
  ].filter((link) => link !== undefined);
  return links.length === 0 ? [] : [links.join(' · ')];
}

/** An `https:` address that cannot end a Markdown link early. */
function isWebAddress(address: string): boolean {
  return /^https:\/\/[^\s()<>"'`\\[\]]+$/.test(address);
}

function isAllowed(address: string): boolean {
  return hoverCommands.some((id) => address === `command:${id}` || address.startsWith(`command:${id}?`));
}

/** `encodeURIComponent` leaves brackets, which would end the link. */
function closed(address: string): string {
  return address.replace(
    /[()<>\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
