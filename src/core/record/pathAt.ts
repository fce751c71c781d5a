import { getLocation } from 'jsonc-parser';
import { byteOf } from './jsonBytes';
import { closingEnd, type OpenBracket, readTo, tokenText } from './textCursor';

/** A key, or a value without children, at a position of a record's text. */
export interface TextPlace {
  /** Keys and array indexes from the record down to this place; of a key, its own is the last. */
  readonly path: readonly (string | number)[];
  readonly part: 'key' | 'value';
  /** The token's range in UTF-16 units, quotes included; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** A string's content, anything else as spelled. */
  readonly text: string;
}

/** Up to here a record is left to the library, which recurses; deeper or longer ones are read by our own cursor. */
export const LIBRARY_LIMITS = { levels: 1_000, characters: 4 * 1024 * 1024 } as const;

/** What stands at an offset of one record's text; undefined on punctuation, white space and outside of it. */
export function pathAt(text: string, offset: number): TextPlace | undefined {
  if (offset < 0 || offset >= text.length) return undefined;
  const isSmall = text.length <= LIBRARY_LIMITS.characters && levelsBefore(text, offset) <= LIBRARY_LIMITS.levels;
  return isSmall ? pathByLibrary(text, offset) : pathByCursor(text, offset);
}

function pathByLibrary(text: string, offset: number): TextPlace | undefined {
  const { path, previousNode: node } = getLocation(text, offset);
  if (node === undefined) return undefined;
  const start = node.offset;
  const end = start + node.length;
  if (offset < start || offset >= end) return undefined;
  const part = node.type === 'property' ? 'key' : 'value';
  return { path, part, start, end, text: tokenText(text, { start, end, isString: text[start] === '"' }) };
}

/** As {@link pathAt}, for records of any depth and length. */
export function pathByCursor(text: string, offset: number): TextPlace | undefined {
  const { open, token } = readTo(text, offset);
  if (!token) return undefined;
  const path = open.map((bracket) => (bracket.isObject ? (keyOf(text, bracket) ?? '') : bracket.index));
  return {
    path,
    part: token.isKey ? 'key' : 'value',
    start: token.start,
    end: token.end,
    text: tokenText(text, token),
  };
}

function keyOf(text: string, { key }: OpenBracket): string | undefined {
  return key && tokenText(text, { ...key, isString: true });
}

/** The most brackets that are open at once before an offset; brackets within strings count too, which does no harm. */
function levelsBefore(text: string, offset: number): number {
  let level = 0;
  let most = 0;
  for (let at = 0; at < offset; at++) {
    const unit = text.charCodeAt(at);
    if (unit === byteOf.openObject || unit === byteOf.openArray) most = Math.max(most, ++level);
    else if (unit === byteOf.closeObject || unit === byteOf.closeArray) level--;
  }
  return most;
}

/** Keys that hold the records of a page, and nothing in a record. */
const pageKeys = ['value', 'records'];
const LONGEST_PAGE_HEAD = 2_000;

/**
 * The record around an offset of a whole document: an object that stands by itself (JSON Lines), in a top-level array,
 * or in the list of a page (`{"value": […]}`), or a row of a query's result (`{"tables": [{"rows": [[…]]}]}`). Works on any text, without an index, in linear time; a record that is
 * cut off ends with the text. Undefined between records.
 */
export function findRecordInText(text: string, offset: number): { start: number; end: number } | undefined {
  if (offset < 0 || offset >= text.length) return undefined;
  const { open } = readTo(text, offset);
  const row = rowOf(text, open);
  if (row !== undefined) return { start: row.start, end: closingEnd(text, row.start) };
  for (const [level, bracket] of open.entries()) {
    if (!bracket.isObject) continue;
    const key = keyOf(text, bracket)?.toLowerCase() ?? '';
    const isPage = pageKeys.includes(key) && open[level + 1]?.isObject === false;
    if (!isPage)
      return isPageItself(text, bracket) ? undefined : { start: bracket.start, end: closingEnd(text, bracket.start) };
  }
  return undefined;
}

/** True when the object is a page of records: a flat head, then their list. Only its own keys were at the offset. */
function isPageItself(text: string, { start }: OpenBracket): boolean {
  return /^\{[^{}[\]]*"(?:value|records)"\s*:\s*\[/i.test(text.slice(start, start + LONGEST_PAGE_HEAD));
}

/** The row of a query's result that is open. */
function rowOf(text: string, open: readonly OpenBracket[]): OpenBracket | undefined {
  const [answer, , table, , row] = open;
  if (row?.isObject !== false || !answer?.isObject || !table?.isObject) return undefined;
  const keys = [answer, table].map((bracket) => keyOf(text, bracket)?.toLowerCase());
  return keys.join() === 'tables,rows' ? row : undefined;
}
