import { valueCounts } from './valueCounts';
import type { FieldStore } from '../index/columnStore';
import { allFields, fieldNamed } from './fields';
import { isOrdered } from './bound';
import type { QueryColumn, QuerySpan } from './queryNode';
import type { RowSet } from './rowSet';
import { foldCase } from './textMatcher';
import { type Token, tokenise } from './tokens';
import { writeValue } from './writeValue';

/** What could be written at a place of a query. */
export interface Suggestions extends QuerySpan {
  /** Each of them may take the place of the text from `start` to `end`. Best first. */
  readonly items: readonly Suggestion[];
}

/** A field's name or one of its values. */
export interface Suggestion {
  readonly kind: 'field' | 'value';
  /** What is written into the query. */
  readonly text: string;
  /** What people read: a column's title, or the value. Log text. */
  readonly label: string;
  /** How many events have the value. */
  readonly count?: number;
}

/** What stands before the cursor: the beginning of a value of a column, or of a field's name. */
interface Place extends QuerySpan {
  readonly column?: QueryColumn;
  readonly typed: string;
}

/** What could stand at the cursor: fields, or values of the field that it stands behind, counted in the rows of `within`. */
export function suggest(
  query: string,
  cursor: number,
  store: FieldStore,
  { within, limit = 50 }: { readonly within?: RowSet; readonly limit?: number } = {},
): Suggestions {
  const place = placeAt(query, cursor);
  if (!place) return { start: cursor, end: cursor, items: [] };
  const { start, end, column, typed } = place;
  const items = column ? valuesLike(typed, column, store, within) : fieldsLike(typed);
  return { start, end, items: items.slice(0, limit) };
}

function fieldsLike(typed: string): Suggestion[] {
  const names = allFields.map((column) => ({ column, names: [column.id, ...(column.aliases ?? [])].map(foldCase) }));
  const beginning = names.filter((field) => field.names.some((name) => name.startsWith(typed)));
  const inside = names.filter(
    (field) => !beginning.includes(field) && field.names.some((name) => name.includes(typed)),
  );
  return [...beginning, ...inside].map(({ column }) => ({ kind: 'field', text: `${column.id}:`, label: column.title }));
}

function valuesLike(typed: string, column: QueryColumn, store: FieldStore, within: RowSet | undefined): Suggestion[] {
  if (isOrdered(column)) return [];
  const counts = valueCounts(store, column, within, (folded) => folded !== '' && folded.includes(typed));
  const beginsTyped = ({ text }: { text: string }) => foldCase(text).startsWith(typed);
  const bestFirst = [...counts.filter(beginsTyped), ...counts.filter((value) => !beginsTyped(value))];
  return bestFirst.map(({ text, count }) => ({ kind: 'value', text: writeValue(column, text), label: text, count }));
}

function placeAt(query: string, cursor: number): Place | undefined {
  const tokens = tokenise(query.slice(0, cursor));
  const last = tokens.at(-1);
  const isTouching = last?.end === cursor;
  const isTyping = isTouching && (last.kind === 'word' || (last.kind === 'quoted' && !last.isClosed));
  const before = isTyping ? tokens.slice(0, -1) : tokens;
  const previous = before.at(-1);
  if (isTouching && !isTyping && (last.kind === 'quoted' || last.kind === 'compare')) return undefined;

  const start = isTyping ? last.start : cursor;
  const place = { start, end: endOfWord(query, start, cursor), typed: isTyping ? foldCase(last.text) : '' };
  if (previous?.kind === 'field' && previous.end === start) {
    const column = fieldNamed(previous.text);
    return column && { ...place, column };
  }
  const column = groupAround(before);
  if (column) return { ...place, column };
  return isTyping && last.kind === 'quoted' ? undefined : place;
}

/** The column whose values stand in the bracket that is open at the end of the tokens. */
function groupAround(tokens: readonly Token[]): QueryColumn | undefined {
  const columns: (QueryColumn | undefined)[] = [];
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const isOfField = previous?.kind === 'field' && previous.end === token.start;
    if (token.kind === 'open') columns.push(isOfField ? fieldNamed(previous.text) : columns.at(-1));
    if (token.kind === 'close') columns.pop();
  }
  return columns.at(-1);
}

/** Where the word or quoted text ends that begins at `start` and reaches the cursor. */
function endOfWord(query: string, start: number, cursor: number): number {
  const token = tokenise(query).find((found) => found.start === start && found.end >= cursor);
  return token && token.kind !== 'open' && token.kind !== 'close' ? token.end : cursor;
}
