import { columns } from '../../../src/core/columns/columns';
import type { DrawnEvent } from '../../support/drawStore';

/**
 * The meaning of the query language over plain objects, written a second time and as simply as possible, so that
 * parser and evaluation can be compared with it. A drawn query knows how it is written and which events it matches.
 */
export interface DrawnQuery {
  readonly text: string;
  matches(event: DrawnEvent): boolean;
}

type ColumnName = (typeof columns)[number]['id'];

const typeOf = (id: ColumnName) => columns.find((column) => column.id === id)!.type;
const searched = columns.filter((column) => 'isSearched' in column).map((column) => column.id);

/** `field:value`, or free text without a field. `value` needs no quotes in a query. */
export function wordQuery(field: ColumnName | undefined, value: string): DrawnQuery {
  const isPattern = /[*?]/.test(value);
  const pattern = new RegExp(`^${Array.from(value, patternPiece).join('')}$`, 'isu');
  const test = (id: ColumnName) => (text: string) => {
    if (isPattern) return pattern.test(text);
    const isSearchedInside = typeOf(id) === 'text' || typeOf(id) === 'list';
    return isSearchedInside ? same(text).includes(same(value)) : same(text) === same(value);
  };
  return { text: prefix(field) + value, matches: (event) => anyText(event, field, test) };
}

/** `field:(a OR b)` of words of one field. */
export function groupQuery(field: ColumnName, values: readonly string[], joint: ' ' | ' AND ' | ' OR '): DrawnQuery {
  const parts = values.map((value) => wordQuery(field, value));
  return { ...joinedQuery(parts, joint), text: `${field}:(${values.join(joint)})` };
}

/** `field:"value"`, or quoted free text. */
export function quotedQuery(field: ColumnName | undefined, value: string): DrawnQuery {
  const text = `${prefix(field)}"${value.replace(/[\\"]/g, '\\$&')}"`;
  return {
    text,
    matches: (event) => anyText(event, field, () => (found) => same(found) === same(value), value === ''),
  };
}

/** A condition on a number or time column: `text` is written behind the colon. */
export function orderedQuery(field: 'duration' | 'time', text: string, holds: (value: number) => boolean): DrawnQuery {
  return {
    text: `${field}:${text}`,
    matches: (event) => {
      const value = event[field];
      if (value === undefined) return false;
      return holds(typeof value === 'number' ? value : Date.parse(String(value)));
    },
  };
}

/** Several queries of which all or one must match; `joint` is how they are joined in the text. */
export function joinedQuery(parts: readonly DrawnQuery[], joint: ' ' | ' AND ' | ' OR '): DrawnQuery {
  const matches = (event: DrawnEvent) =>
    joint === ' OR ' ? parts.some((part) => part.matches(event)) : parts.every((part) => part.matches(event));
  return { text: `(${parts.map((part) => part.text).join(joint)})`, matches };
}

/** Without brackets: `a b OR c AND d OR …`, a list of alternatives that are lists of conditions. */
export function looseQuery(alternatives: readonly (readonly DrawnQuery[])[], joint: ' ' | ' AND '): DrawnQuery {
  return {
    text: alternatives.map((parts) => parts.map((part) => part.text).join(joint)).join(' OR '),
    matches: (event) => alternatives.some((parts) => parts.every((part) => part.matches(event))),
  };
}

/** What must not match. */
export function notQuery(part: DrawnQuery, operator: '-' | 'NOT '): DrawnQuery {
  return { text: operator + part.text, matches: (event) => !part.matches(event) };
}

function anyText(
  event: DrawnEvent,
  field: ColumnName | undefined,
  test: (id: ColumnName) => (text: string) => boolean,
  wantsAbsent = false,
): boolean {
  return (field ? [field] : searched).some((id) => {
    const value = event[id];
    const texts = (Array.isArray(value) ? (value as string[]) : [String(value ?? '')]).filter((text) => text !== '');
    return wantsAbsent ? texts.length === 0 : texts.some(test(id));
  });
}

const same = (text: string) => text.toLowerCase();
const prefix = (field: string | undefined) => (field ? `${field}:` : '');
const patternPiece = (character: string) =>
  character === '*' ? '.*' : character === '?' ? '.' : character.replace(/[\\^$.|+()[\]{}/]/, '\\$&');
