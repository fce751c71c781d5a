import { afterFix } from './retries';
import { type ErrorCode, retryKinds, scenarios, turns } from './errorCode';

/** What the user's setting came to. */
export interface CustomErrorCodes {
  readonly entries: readonly ErrorCode[];
  /** Sentences about what was left out, each naming the place in the setting; they quote nothing of it. */
  readonly faults: readonly string[];
}

const MAX_ENTRIES = 1_000;
const MAX_TEXT = 2_000;
const MAX_STEPS = 20;

/**
 * Reads the setting `provisioningLog.customErrorCodes`: a list of objects with `code` (a text, or a list of texts that
 * mean the same), `title`, `cause`, and, if wanted, `steps`, `turn`, `retry`, `retryText`, `appliesTo`, `documentation`
 * (`https:` only) and `matchSuffix`. An entry that is not valid is left out with a fault; nothing is ever thrown.
 */
export function readCustomErrorCodes(setting: unknown): CustomErrorCodes {
  if (setting === undefined || setting === null) return { entries: [], faults: [] };
  if (!Array.isArray(setting)) return { entries: [], faults: ['The setting must be a list of entries.'] };
  const entries: ErrorCode[] = [];
  const faults: string[] = [];
  for (const [index, value] of setting.slice(0, MAX_ENTRIES).entries()) {
    const place = `Entry ${index + 1}`;
    const entry = readEntry(value as unknown);
    if (typeof entry === 'string') faults.push(`${place} was left out: ${entry}`);
    else entries.push(entry);
  }
  if (setting.length > MAX_ENTRIES) faults.push(`Only the first ${MAX_ENTRIES} entries were read.`);
  return { entries, faults };
}

/** The entry, or what is wrong with it. */
function readEntry(value: unknown): ErrorCode | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it must be an object.';
  const fields = value as Readonly<Record<string, unknown>>;
  const [code, ...aliases] = textList(fields.code) ?? [];
  if (code === undefined) return '"code" must be a text or a list of texts.';
  const title = text(fields.title);
  if (title === undefined) return '"title" must be a text.';
  const cause = text(fields.cause);
  if (cause === undefined) return '"cause" must be a text.';
  const [firstStep, ...steps] = textList(fields.steps ?? 'See your own notes.') ?? [];
  if (firstStep === undefined) return '"steps" must be a text or a list of texts.';
  const address = fields.documentation;
  if (address !== undefined && !isHttps(address))
    return '"documentation" must be an address that begins with https://.';
  const turn = oneOf(turns, fields.turn ?? 'configuration');
  if (turn === undefined) return `"turn" must be one of ${names(turns)}.`;
  const retry = oneOf(retryKinds, fields.retry ?? afterFix.kind);
  if (retry === undefined) return `"retry" must be one of ${names(retryKinds)}.`;
  const [scenario, ...others] = (textList(fields.appliesTo ?? 'app') ?? []).map((id) => oneOf(scenarios, id));
  if (scenario === undefined || others.includes(undefined)) return `"appliesTo" must be among ${names(scenarios)}.`;
  return {
    codes: [code, ...aliases],
    title,
    cause,
    steps: [firstStep, ...steps],
    retry: { kind: retry, text: text(fields.retryText) ?? retryTitle(retry) },
    turn,
    appliesTo: [scenario, ...others.filter((other) => other !== undefined)],
    ...(address !== undefined && { documentation: address }),
    origin: 'user',
    match: fields.matchSuffix === true ? 'exactOrSuffix' : 'exact',
  };
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.trim().slice(0, MAX_TEXT);
}

function textList(value: unknown): readonly string[] | undefined {
  const list = Array.isArray(value) ? value.slice(0, MAX_STEPS).map(text) : [text(value)];
  return list.every((item) => item !== undefined) ? list : undefined;
}

/** Without characters that could end a link or begin markup. */
function isHttps(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT && /^https:\/\/[^\s()<>"'`\\[\]]+$/.test(value);
}

function oneOf<Id extends string>(list: readonly { readonly id: Id }[], value: unknown): Id | undefined {
  return list.find(({ id }) => id === value)?.id;
}

function names(list: readonly { readonly id: string }[]): string {
  return list.map(({ id }) => id).join(', ');
}

function retryTitle(kind: string): string {
  return `${retryKinds.find(({ id }) => id === kind)?.title ?? kind}.`;
}
