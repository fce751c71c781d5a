import type { FieldId } from '../columns/derivedColumns';
import { parseQuery } from './parseQuery';
import type { QueryColumn, QueryNode, QuerySpan } from './queryNode';
import { type Token, tokenise } from './tokens';

/** One of the conditions that must all hold: what a chip shows and a click removes. */
export interface QueryPart extends QuerySpan {
  /** As written. */
  readonly text: string;
  readonly tree: QueryNode;
  /** The field that all of it is about; absent for free text and for conditions on several fields. */
  readonly column?: QueryColumn;
  /** Whether it begins with a minus or `NOT`. */
  readonly isExcluded: boolean;
}

const completing: ReadonlySet<Token['kind']> = new Set(['word', 'quoted', 'close', 'until', 'stray']);

/**
 * The conditions of a query that must all hold, in the order of the text. A query with `OR` outside of brackets is one
 * part. What is broken is a part, too, so that it can be removed; spans count in the whole query.
 */
export function queryParts(query: string): readonly QueryPart[] {
  return partSpans(query).map(({ start, end }) => {
    const text = query.slice(start, end);
    const { tree } = parseQuery(text);
    const column = columnOf(tree);
    return { start, end, text, tree, ...(column && { column }), isExcluded: tree.kind === 'not' };
  });
}

/** The parts about one field. */
export function partsAbout(parts: readonly QueryPart[], field: FieldId): readonly QueryPart[] {
  return parts.filter(({ column }) => column?.id === field);
}

/** Whether a query is alternatives without brackets around them: before anything is added they need some. */
export function isAlternatives(query: string): boolean {
  let depth = 0;
  for (const { kind } of tokenise(query)) {
    if (kind === 'open') depth++;
    else if (kind === 'close') depth = Math.max(0, depth - 1);
    else if (kind === 'or' && depth === 0) return true;
  }
  return false;
}

function partSpans(query: string): QuerySpan[] {
  const spans: QuerySpan[] = [];
  let start = -1;
  let depth = 0;
  let isInRange = false;
  const tokens = tokenise(query);
  if (isAlternatives(query)) return [{ start: tokens[0]!.start, end: tokens.at(-1)!.end }];
  for (const { kind, start: tokenStart, end } of tokens) {
    if (start < 0 && kind === 'and') continue;
    if (start < 0) start = tokenStart;
    if (kind === 'open') depth++;
    else if (kind === 'close') depth = Math.max(0, depth - 1);
    else if (kind === 'from') isInRange = true;
    else if (kind === 'until') isInRange = false;
    if (depth > 0 || isInRange || !completing.has(kind)) continue;
    spans.push({ start, end });
    start = -1;
  }
  if (start >= 0) spans.push({ start, end: tokens.at(-1)!.end });
  return spans;
}

/** The column that every condition of a tree is about; undefined when there are several, or none. */
function columnOf(node: QueryNode): QueryColumn | undefined {
  switch (node.kind) {
    case 'term':
      return node.field?.column;
    case 'not':
      return columnOf(node.part);
    case 'and':
    case 'or': {
      const [first, ...others] = node.parts.map(columnOf);
      return others.every((column) => column === first) ? first : undefined;
    }
    default:
      return undefined;
  }
}
