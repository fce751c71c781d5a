import type { FieldName, QueryNode } from './queryNode';
import { comparisonTest, rangeTest, type TestOrFault, valueTest, type WrittenEnd } from './termTest';
import type { TokenReader } from './tokenReader';
import type { Token } from './tokens';

/** The field that values belong to: `unknown` when its name was reported, undefined for free text. */
export type FieldContext = FieldName | 'unknown' | undefined;

/** What was read, up to `end`; without a result nothing can be said of it because the field is unknown. */
interface ReadValue {
  readonly end: number;
  readonly result?: TestOrFault;
}

const rangeHelp = 'Write a range like [1 TO 5], {1 TO 5} or [1 TO *], with TO in capitals.';

/** Reads a word, a quoted text, a comparison or a range, of which `first` has been read. The node begins at `start`. */
export function parseValue(reader: TokenReader, first: Token, field: FieldContext, start: number): QueryNode {
  const { end, result } = readValue(reader, first, field);
  requireSpaceAt(reader, end);
  if (!result) return { kind: 'broken', start, end };
  if ('fault' in result) return reader.broken({ start: first.start, end }, result.fault);
  return { kind: 'term', ...(isKnown(field) && { field }), test: result.test, start, end };
}

function readValue(reader: TokenReader, first: Token, field: FieldContext): ReadValue {
  if (first.kind === 'from') return readRange(reader, first, field);
  if (first.kind === 'compare') return readComparison(reader, first, field);
  return { end: first.end, ...textResult(first, field) };
}

function textResult(token: Token, field: FieldContext): Pick<ReadValue, 'result'> {
  if (isOpenQuote(token)) return { result: { fault: 'This quote is not closed.' } };
  if (field === 'unknown') return {};
  return { result: valueTest(field?.column, written(token)) };
}

function readComparison(reader: TokenReader, operator: Token, field: FieldContext): ReadValue {
  const value = reader.peek();
  if (value?.start !== operator.end || !isText(value)) {
    return { end: operator.end, result: { fault: `A value is missing right behind ${operator.text}.` } };
  }
  reader.advance();
  if (isOpenQuote(value) || !isKnown(field)) return { end: value.end, ...textResult(value, field) };
  return { end: value.end, result: comparisonTest(field.column, operator.text, written(value)) };
}

function readRange(reader: TokenReader, open: Token, field: FieldContext): ReadValue {
  const inside: Token[] = [];
  for (let token = reader.peek(); token && isInsideRange(token); token = reader.peek()) {
    inside.push(token);
    reader.advance();
  }
  const close = reader.peek();
  if (close?.kind !== 'until') {
    const end = inside.at(-1)?.end ?? open.end;
    return { end, result: { fault: `This range is not closed. ${rangeHelp}` } };
  }
  reader.advance();
  const [from, to, until] = inside;
  const isComplete = inside.length === 3 && from && to && until && isText(from) && to.kind === 'to' && isText(until);
  if (!isComplete) return { end: close.end, result: { fault: rangeHelp } };
  if (!isKnown(field)) return { end: close.end };
  const lower: WrittenEnd = { ...written(from), isIncluded: open.text === '[' };
  const upper: WrittenEnd = { ...written(until), isIncluded: close.text === ']' };
  return { end: close.end, result: rangeTest(field.column, lower, upper) };
}

function requireSpaceAt(reader: TokenReader, end: number): void {
  const next = reader.peek();
  if (next?.start !== end) return;
  if (next.kind === 'open') {
    reader.fail(next, 'Put the whole value in quotes if this bracket belongs to it, else a space before the bracket.');
  } else if (next.kind !== 'close' && next.kind !== 'stray') {
    reader.fail(next, 'A space is missing here. Inside quotes, write \\" for a quote.');
  }
}

function isKnown(field: FieldContext): field is FieldName {
  return field !== undefined && field !== 'unknown';
}

function isText(token: Token): boolean {
  return token.kind === 'word' || token.kind === 'quoted';
}

function isOpenQuote(token: Token): boolean {
  return token.kind === 'quoted' && !token.isClosed;
}

function isInsideRange(token: Token): boolean {
  return isText(token) || token.kind === 'to' || token.kind === 'from';
}

function written(token: Token): { text: string; isQuoted: boolean } {
  return { text: token.text, isQuoted: token.kind === 'quoted' };
}
