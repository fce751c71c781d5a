import type { FieldId } from '../columns/derivedColumns';
import { parseQuery } from '../query/parseQuery';
import type { QueryNode, TermNode } from '../query/queryNode';
import { writeValue } from '../query/writeValue';
import { changeJobId } from '../redact/eventTexts';
import type { Redactor } from '../redact/redactor';

/** What a field of an event becomes, as `changeTexts` has it. Words of the service stay: fields that are not listed. */
const kinds: Readonly<Partial<Record<FieldId, 'name' | 'system' | 'sentence' | 'jobId'>>> = {
  identity: 'name',
  reportable: 'name',
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
  cluster: 'sentence',
  skip: 'sentence',
  type: 'sentence',
};

/**
 * A query with pseudonyms, which finds in a redacted export what the query finds in the log. `""` for one that cannot be
 * written so: it is broken, or searches without a field or by a part of a value.
 */
export function redactQuery(query: string, redactor: Redactor): string {
  const { tree, errors } = parseQuery(query);
  const terms = termsOf(tree);
  if (errors.length > 0 || terms.some((term) => !isExact(term))) return '';
  let written = '';
  let at = 0;
  for (const { field, test, start, end } of terms) {
    const kind = field && kinds[field.column.id];
    if (field === undefined || kind === undefined || test.kind !== 'text') continue;
    const changed =
      kind === 'jobId' ? changeJobId(test.text, (part, text) => redactor[part](text)) : redactor[kind](test.text);
    const valueStart = start > field.start ? start : query.indexOf(':', field.end) + 1;
    written += query.slice(at, valueStart) + writeValue(field.column, changed);
    at = end;
  }
  return written + query.slice(at);
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
