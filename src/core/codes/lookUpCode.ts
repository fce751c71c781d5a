import { connectorOfCode, connectorTitle, startsWord } from './connectors';
import type { ErrorCode } from './errorCode';
import { errorCodes } from './errorCodes';
import { httpStatusIn, type HttpStatus } from './httpStatuses';

/** What the catalogue knows of a code as a log spells it. */
export type CodeLookUp = KnownCode | UnknownCode;

/** A code that an entry explains. */
export interface KnownCode {
  readonly isKnown: true;
  readonly entry: ErrorCode;
  /** The entry's spelling that matched. */
  readonly matched: string;
  /** The connector named before the code, in readable words, for a match by suffix; data, like the code itself. */
  readonly connector?: string;
}

/** A code that no entry explains, with what its spelling tells. */
export interface UnknownCode {
  readonly isKnown: false;
  /** The known connector that the code begins with. */
  readonly connector?: string;
  readonly http?: HttpStatus;
}

/** Entries by spelling, ready to be asked. Earlier entries win, so a user's own go first. */
export interface CodeIndex {
  /** Lower-case spelling → entry and spelling. */
  readonly exact: ReadonlyMap<string, KnownCode>;
  /** Lower-case spellings that may follow a connector, longest first. */
  readonly suffixes: readonly string[];
  /** Those of them that further words may follow. */
  readonly prefixes: readonly string[];
}

/** Longer texts are no codes. */
const LONGEST_CODE = 300;

/** Makes an index of entries that match whole codes; entries that match inside texts are left out. */
export function indexCodes(entries: readonly ErrorCode[]): CodeIndex {
  const exact = new Map<string, KnownCode>();
  const suffixes = new Set<string>();
  const prefixes = new Set<string>();
  for (const entry of entries) {
    if (entry.match === 'contains') continue;
    for (const code of entry.codes) {
      const key = code.toLowerCase();
      if (exact.has(key)) continue;
      exact.set(key, { isKnown: true, entry, matched: code });
      if (entry.match !== 'exact') suffixes.add(key);
      if (entry.match === 'exactOrPrefix') prefixes.add(key);
    }
  }
  return { exact, suffixes: longestFirst(suffixes), prefixes: longestFirst(prefixes) };
}

function longestFirst(spellings: ReadonlySet<string>): readonly string[] {
  return [...spellings].sort((a, b) => b.length - a.length);
}

/** The index of the shipped error codes. */
export const shippedCodes: CodeIndex = indexCodes(errorCodes);

/**
 * Explains a code: exactly first, ignoring case, then by the longest known suffix behind a connector's name, for
 * entries marked for it; the suffix begins at an upper-case letter where the text has any. Last come codes that further
 * words follow, for the entries marked for that. The documentation's "Microsoft Entra ID" before a code counts as
 * `AzureActiveDirectory`.
 */
export function lookUpCode(code: string, index: CodeIndex = shippedCodes): CodeLookUp {
  const spelled = asLogsSpell(code);
  if (spelled.length > LONGEST_CODE) return { isKnown: false };
  const known = index.exact.get(spelled.toLowerCase()) ?? bySuffix(spelled, index) ?? byPrefix(spelled, index);
  return known ?? unknown(spelled);
}

/** Whether a word is spelled as codes are, with a capital within: `Conflict` and `timeout` are words of prose as well. */
export function isSpelledAsCode(word: string): boolean {
  return word.length <= LONGEST_CODE && !/\s/.test(word) && /[\p{Ll}\p{N}_]\p{Lu}/u.test(word);
}

function bySuffix(code: string, index: CodeIndex): KnownCode | undefined {
  if (/\s/.test(code)) return undefined;
  const lower = code.toLowerCase();
  for (const suffix of index.suffixes) {
    const start = code.length - suffix.length;
    if (start <= 0 || !lower.endsWith(suffix) || !startsWord(code, start)) continue;
    const known = index.exact.get(suffix);
    if (known !== undefined) return { ...known, connector: connectorTitle(code.slice(0, start)) };
  }
  return undefined;
}

function byPrefix(code: string, index: CodeIndex): KnownCode | undefined {
  if (/\s/.test(code)) return undefined;
  const lower = code.toLowerCase();
  for (const prefix of index.prefixes) {
    const start = lower.indexOf(prefix);
    if (start < 0 || !startsWord(code, start) || !startsWord(code, start + prefix.length)) continue;
    const known = index.exact.get(prefix);
    if (known === undefined) continue;
    return start === 0 ? known : { ...known, connector: connectorTitle(code.slice(0, start)) };
  }
  return undefined;
}

function unknown(code: string): UnknownCode {
  const connector = connectorOfCode(code);
  const http = httpStatusIn(code);
  return { isKnown: false, ...(connector && { connector: connector.title }), ...(http && { http }) };
}

/** The documentation breaks long codes over lines, and replaced `AzureActiveDirectory` by the product's new name. */
function asLogsSpell(code: string): string {
  const joined = code.trim().replace(/\s*<br\s*\/?>\s*/gi, '');
  return /^microsoft\s*entra\s*id/i.test(joined)
    ? joined.replace(/\s+/g, '').replace(/^microsoftentraid/i, 'AzureActiveDirectory')
    : joined;
}
