import type { CodeIndex } from '../codes/lookUpCode';
import type { ColumnId } from '../columns/columns';
import type { HoverFacts } from './hoverFacts';

/** What the pointer stands on. All of it is log text. */
export interface HoverTarget {
  /** Property names and array positions from the record's root; empty in plain text. */
  readonly path: readonly (string | number)[];
  /** The name of the value: the last property in the path, or a column's header; `""` in plain text. */
  readonly key: string;
  readonly value: string;
  /** True in a record that is broken, which may be none of the log's events. */
  readonly isBroken?: boolean | undefined;
}

/** A link that a hover offers: the events whose column has a value. */
export interface EventsLink {
  readonly command: HoverCommand;
  readonly column: ColumnId;
  readonly value: string;
}

/** The only commands that a hover may link to; the Markdown's `isTrusted` lists the same. */
export const hoverCommands = ['provisioningLog.showEvents'] as const;
/** One of {@link hoverCommands}. */
export type HoverCommand = (typeof hoverCommands)[number];

/** What topics need from outside. */
export interface HoverContext {
  /** The catalogue, with the user's own entries. */
  readonly codes: CodeIndex;
  readonly facts: HoverFacts;
  readonly nowMs: number;
  /** A `command:` address for a link, or undefined when it leads nowhere. */
  readonly commandLink: (link: EventsLink) => string | undefined;
  /** A time in the user's zone, naming the zone. */
  readonly localTime: (timeMs: number) => string;
}

/** One kind of value that a hover explains. */
export interface HoverTopic {
  readonly id: string;
  appliesTo(target: HoverTarget, context: Pick<HoverContext, 'codes'>): boolean;
  /** Lines of Markdown, each a paragraph; log text stands in code spans only. */
  lines(target: HoverTarget, context: HoverContext): Promise<readonly string[]>;
}

/** A key's letters and digits in lower case, so that `Change ID`, `changeId` and `ChangeID` are one. */
export function keyLetters(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether the target stands inside a step. */
export function isInStep({ path }: HoverTarget): boolean {
  return path.some((part) => typeof part === 'string' && part.toLowerCase() === 'provisioningsteps');
}
