import { fieldNamed, fieldSuggestion } from './fields';
import { type FieldContext, parseValue } from './parseValue';
import type { QueryError, QueryNode } from './queryNode';
import { TokenReader } from './tokenReader';
import { type Token, tokenise } from './tokens';

/*
 * The language, loosest binding first: `a OR b` · `a AND b`, `a b` · `NOT a`, `-a` · `field:value`, `field:>value`,
 * `field:[a TO b]`, `field:(…)`, free text, `(…)`. Every function reads at least one token or stands at the end of
 * the query or of a bracket: that makes parsing linear.
 */

/** Longer queries are refused, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 10_000;

/** More round brackets inside each other are refused, so that nothing that walks a tree runs out of stack. */
export const MAX_QUERY_DEPTH = 100;

/** A query as a tree, and what is wrong with it. */
export interface ParsedQuery {
  readonly tree: QueryNode;
  /** In the order of the text. Empty when the query may be evaluated. */
  readonly errors: readonly QueryError[];
}

/** Reads a query, in time linear to its length. Never throws, and never guesses: what is unclear is an error. */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > MAX_QUERY_LENGTH) {
    const message = `This query has ${text.length} characters, and at most ${MAX_QUERY_LENGTH} are read. Shorten it, for example with wildcards.`;
    const tree = { kind: 'broken', start: 0, end: text.length } as const;
    return { tree, errors: [{ message, start: MAX_QUERY_LENGTH, end: text.length }] };
  }
  const reader = new TokenReader(tokenise(text));
  const tree = parseWhole(reader, text.length);
  return { tree, errors: reader.errors.sort((a, b) => a.start - b.start) };
}

function parseWhole(reader: TokenReader, length: number): QueryNode {
  const parts: QueryNode[] = [];
  for (let token = reader.peek(); token; token = reader.peek()) {
    if (token.kind === 'close') {
      reader.advance();
      parts.push(reader.broken(token, 'This bracket closes nothing. Put it in quotes to search for it.'));
    } else {
      parts.push(parseAlternatives(reader, undefined, 0));
    }
  }
  return parts.length === 0 ? { kind: 'all', start: 0, end: length } : combine('and', parts);
}

function parseAlternatives(reader: TokenReader, field: FieldContext, depth: number): QueryNode {
  const parts = [parseConditions(reader, field, depth, undefined)];
  for (let token = reader.peek(); token?.kind === 'or'; token = reader.peek()) {
    reader.advance();
    parts.push(parseConditions(reader, field, depth, token));
  }
  return combine('or', parts);
}

function parseConditions(
  reader: TokenReader,
  field: FieldContext,
  depth: number,
  operator: Token | undefined,
): QueryNode {
  const parts = [parseOperand(reader, field, depth, operator)];
  for (let token = reader.peek(); token && token.kind !== 'or' && token.kind !== 'close'; token = reader.peek()) {
    const isWritten = token.kind === 'and';
    if (isWritten) reader.advance();
    parts.push(parseOperand(reader, field, depth, isWritten ? token : undefined));
  }
  return combine('and', parts);
}

/** One condition with its negations: what stands behind `operator`, or begins a bracket or the query. */
function parseOperand(reader: TokenReader, field: FieldContext, depth: number, operator: Token | undefined): QueryNode {
  let waiting = operator;
  for (let token = reader.peek(); token && isJoining(token); token = reader.peek()) {
    reader.fail(token, `${token.text} needs a condition before it.`);
    waiting = token;
    reader.advance();
  }
  const first = reader.peek();
  let negations = 0;
  for (let token = reader.peek(); token?.kind === 'minus' || token?.kind === 'not'; token = reader.peek()) {
    waiting = token;
    negations++;
    reader.advance();
    if (token.kind === 'minus' && reader.peek()?.start !== token.end) {
      const help = 'Write -word to exclude a word, or "-" to search for a minus.';
      return reader.broken(token, `Nothing stands right behind this minus. ${help}`);
    }
  }
  const token = reader.peek();
  if (!first || !token || token.kind === 'close' || isJoining(token)) {
    const place = waiting ?? reader.last!;
    return reader.broken(place, `${place.text} needs a condition behind it.`);
  }
  const part = parsePrimary(reader, token, field, depth);
  return negations % 2 === 0 ? part : { kind: 'not', part, start: first.start, end: part.end };
}

function parsePrimary(reader: TokenReader, token: Token, field: FieldContext, depth: number): QueryNode {
  reader.advance();
  switch (token.kind) {
    case 'open':
      return parseBracket(reader, token, field, depth);
    case 'field':
      return parseField(reader, token, depth);
    case 'quoted':
    case 'compare':
    case 'from':
      return parseValue(reader, token, field, token.start);
    case 'word':
      if (isLowerCaseOperator(token)) return reader.broken(token, lowerCaseHelp(token));
      if (field && beginsWithField(token)) {
        return reader.broken(
          token,
          'A field inside the brackets of a field. Close the bracket before it, or use quotes.',
        );
      }
      return parseValue(reader, token, field, token.start);
    default:
      return reader.broken(token, 'This bracket belongs to no range like duration:[1 TO 5]. Put it in quotes.');
  }
}

function parseBracket(reader: TokenReader, open: Token, field: FieldContext, depth: number): QueryNode {
  if (depth === MAX_QUERY_DEPTH) {
    reader.giveUp();
    return reader.broken(open, `More than ${MAX_QUERY_DEPTH} brackets stand inside each other. Use fewer.`);
  }
  const next = reader.peek();
  if (next?.kind === 'close') {
    reader.advance();
    return reader.broken({ start: open.start, end: next.end }, 'Nothing stands between these brackets.');
  }
  if (!next) return reader.broken(open, 'This bracket is not closed.');
  const inside = parseAlternatives(reader, field, depth + 1);
  if (reader.peek()) reader.advance();
  else if (!reader.hasGivenUp) reader.fail(open, 'This bracket is not closed.');
  return inside;
}

function parseField(reader: TokenReader, token: Token, depth: number): QueryNode {
  const name = { start: token.start, end: token.end - 1 };
  const column = fieldNamed(token.text);
  if (token.text === '') {
    reader.fail(token, 'A field name is missing before this colon. Put the text in quotes to search for it.');
  } else if (!column) {
    const help = `${fieldSuggestion(token.text)} Put the text in quotes if the colon belongs to it.`;
    reader.fail(name, `There is no field “${token.text}”. ${help}`);
  }
  const field: FieldContext = column ? { column, ...name } : 'unknown';
  const value = reader.peek();
  if (value?.start !== token.end || value.kind === 'close' || value.kind === 'stray') {
    return reader.broken(token, `A value is missing right behind “${token.text}:”.`);
  }
  reader.advance();
  return value.kind === 'open'
    ? parseBracket(reader, value, field, depth)
    : parseValue(reader, value, field, token.start);
}

function combine(kind: 'and' | 'or', parts: readonly QueryNode[]): QueryNode {
  const first = parts[0]!;
  return parts.length === 1 ? first : { kind, parts, start: first.start, end: parts.at(-1)!.end };
}

function isJoining(token: Token): boolean {
  return token.kind === 'and' || token.kind === 'or';
}

function isLowerCaseOperator(token: Token): boolean {
  return /^(and|or|not)$/i.test(token.text);
}

function beginsWithField(token: Token): boolean {
  const colon = token.text.indexOf(':');
  return colon > 0 && fieldNamed(token.text.slice(0, colon)) !== undefined;
}

function lowerCaseHelp(token: Token): string {
  return `Write ${token.text.toUpperCase()} in capitals to combine conditions, or "${token.text}" in quotes to search for the word.`;
}
