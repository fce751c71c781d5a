import type { FieldId } from '../columns/derivedColumns';
import { allFields } from './fields';
import type { QueryNode, QuerySpan, TermNode } from './queryNode';
import { isAlternatives, partsAbout, queryParts, type QueryPart } from './queryParts';
import { valueStates } from './valueState';
import { writeValue } from './writeValue';

/** A query without one of its parts. */
export function withoutPart(query: string, part: QuerySpan): string {
  const parts = queryParts(query);
  const kept = parts.filter(({ start, end }) => start !== part.start || end !== part.end);
  return kept.length === parts.length ? query : joined(kept.map(({ text }) => text));
}

/** A query without what it says about a field, where that stands in parts of its own. */
export function withoutField(query: string, field: FieldId): string {
  const parts = queryParts(query);
  return joined(parts.filter(({ column }) => column?.id !== field).map(({ text }) => text));
}

/**
 * What a click on a value does: the value is included besides those that are; when it was included already it is so no
 * more. An exclusion of it ends.
 */
export function toggleIncluded(query: string, field: FieldId, value: string): string {
  return toggled(query, field, value, false);
}

/** What a click on a value with Alt does: the value is excluded; when it was excluded already it is so no more. */
export function toggleExcluded(query: string, field: FieldId, value: string): string {
  return toggled(query, field, value, true);
}

/** A query for a stretch of time only, `endMs` not included, instead of what it said about time. */
export function withTimeRange(query: string, startMs: number, endMs: number): string {
  const [from, to] = [startMs, endMs].map((time) => new Date(time).toISOString());
  return joined([bracketed(withoutField(query, 'time')), `time:[${from} TO ${to}}`]);
}

function toggled(query: string, field: FieldId, value: string, isExcluded: boolean): string {
  const parts = queryParts(query);
  const own = partsAbout(parts, field);
  if (own.length === 0) return joined([bracketed(query), clause(field, [written(field, value)], isExcluded)]);

  const had = valueStates(own)(value) === (isExcluded ? 'excluded' : 'included');
  const texts: string[] = [];
  let isPlaced = had;
  for (const part of parts) {
    if (!own.includes(part)) {
      texts.push(part.text);
      continue;
    }
    const terms = termsOf(part.tree.kind === 'not' ? part.tree.part : part.tree);
    if (!terms) {
      texts.push(bracketed(part.text));
      continue;
    }
    const members = terms.filter((term) => !isAbout(term, part, value)).map((term) => valueText(term, part));
    if (part.isExcluded === isExcluded && !isPlaced) {
      members.push(written(field, value));
      isPlaced = true;
    }
    if (members.length > 0) texts.push(clause(field, members, part.isExcluded));
  }
  if (!isPlaced) texts.push(clause(field, [written(field, value)], isExcluded));
  return joined(texts);
}

/** Whether one term of a part holds for a value. */
function isAbout(tree: TermNode, part: QueryPart, value: string): boolean {
  return valueStates([{ ...part, tree, isExcluded: false }])(value) === 'included';
}

/** What stands behind the field's colon, as written. */
function valueText(term: TermNode, part: QueryPart): string {
  const { field } = term;
  return part.text.slice(field?.start === term.start ? field.end + 1 : term.start, term.end);
}

/** The terms of which one must hold; undefined for anything else. */
function termsOf(node: QueryNode): readonly TermNode[] | undefined {
  if (node.kind === 'term') return [node];
  if (node.kind !== 'or') return undefined;
  const terms = node.parts.map(termsOf);
  return terms.every((term) => term !== undefined) ? terms.flat() : undefined;
}

/** Alternatives keep their meaning in brackets when something is added. */
function bracketed(query: string): string {
  return isAlternatives(query) ? `(${query})` : query;
}

function clause(field: FieldId, members: readonly string[], isExcluded: boolean): string {
  const values = members.length === 1 ? members[0]! : `(${members.join(' OR ')})`;
  return `${isExcluded ? '-' : ''}${field}:${values}`;
}

function written(field: FieldId, value: string): string {
  return writeValue(
    allFields.find(({ id }) => id === field)!,
    value,
  );
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
