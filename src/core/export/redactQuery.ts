import type { FieldId } from '../columns/derivedColumns';
import { parseQuery } from '../query/parseQuery';
import type { QueryNode, TermNode } from '../query/queryNode';
import { writeValue } from '../query/writeValue';
import { changeJobId, type TextKind } from '../redact/eventTexts';
import type { Redactor } from '../redact/redactor';

/** What a field of an event becomes, as `changeTexts` has it. Words of the service stay: fields that are not listed. */
const kinds: Readonly<Partial<Record<FieldId, TextKind | 'jobId' | 'cluster'>>> = {
  identity: 'name',
  reportable: 'value',
  sourceId: 'name',
  targetId: 'name',
  change: 'name',
  cycle: 'name',
  id: 'name',
  job: 'system',
  source: 'system',
  target: 'system',
  initiator: 'name',
  jobId: 'jobId',
  attribute: 'sentence',
  reason: 'sentence',
  cluster: 'cluster',
  skip: 'sentence',
  type: 'sentence',
};

/** The clusters of reasons that a redacted log has in the place of one; none when it cannot be told. */
export type ClusterChange = (cluster: string) => readonly string[];

/**
 * A query with pseudonyms, which finds in a redacted export what the query finds in the log. Undefined for one that
 * cannot be written so: it is broken, or searches without a field or by a part of a value, or what it asks for has no one
 * text in a redacted log.
 */
export function redactQuery(query: string, redactor: Redactor, clusters: ClusterChange): string | undefined {
  const { tree, errors } = parseQuery(query);
  const terms = termsOf(tree);
  if (errors.length > 0 || terms.some((term) => !isExact(term))) return undefined;
  let written = '';
  let at = 0;
  for (const { field, test, start, end } of terms) {
    const kind = field && kinds[field.column.id];
    if (field === undefined || kind === undefined || test.kind !== 'text') continue;
    const changed = test.text === '' ? [''] : changedTexts(kind, test.text, redactor, clusters);
    // An event without an ID is called by whatever names it, and what looks like a value stays there.
    const isDoubtful = field.column.id === 'identity' && redactor.value(test.text) !== changed[0];
    if (changed.length === 0 || isDoubtful) return undefined;
    const valueStart = start > field.start ? start : query.indexOf(':', field.end) + 1;
    const values = changed.map((text) => writeValue(field.column, text));
    written += query.slice(at, valueStart) + (values.length > 1 ? `(${values.join(' OR ')})` : values[0]!);
    at = end;
  }
  return written + query.slice(at);
}

function changedTexts(
  kind: TextKind | 'jobId' | 'cluster',
  text: string,
  redactor: Redactor,
  clusters: ClusterChange,
): readonly string[] {
  if (kind === 'cluster') return clusters(text);
  return [kind === 'jobId' ? changeJobId(text, (part, each) => redactor[part](each)) : redactor[kind](text)];
}

function termsOf(node: QueryNode): readonly TermNode[] {
  switch (node.kind) {
    case 'term':
      return [node];
    case 'not':
      return termsOf(node.part);
    case 'and':
    case 'or':
      return node.parts.flatMap(termsOf);
    default:
      return [];
  }
}

function isExact({ field, test }: TermNode): boolean {
  return field !== undefined && (test.kind === 'between' || test.match !== 'wildcard');
}
