import { searchedColumns } from '../fields';
import type { BetweenTest, QueryColumn, QueryNode, TermNode, TextTest } from '../queryNode';
import { enumWords } from './enumWords';
import { functions, type KqlField, kqlFields } from './kqlFields';
import { kqlString } from './kqlText';
import { commentLines, Notes, questionOf, unknownField } from './notes';
import { timeWithin } from './timeText';
import type { Translation } from './translation';
import { regexText, wildcardRegex, wildcardShape } from './wildcard';

/** Kusto Query Language for the table that diagnostic settings fill. Everything but derived fields can be expressed. */
export const kql: Translation = {
  id: 'kql',
  title: 'KQL',
  use: 'For a Log Analytics workspace with the table AADProvisioningLogs.',
  translate(tree, query) {
    const writer = new KqlWriter();
    const condition = writer.condition(tree);
    return { text: writer.whole(condition, query), notes: writer.notes.all };
  },
};

/** Said where the query itself names no time. */
const timeRange = 'Asked for are the events of the time range that is chosen beside the query.';

class KqlWriter {
  readonly notes = new Notes();
  private readonly used = new Set<KqlField>();

  /** The whole query: comments, the functions and columns that it needs, the condition, oldest event first. */
  whole(condition: string, query: string): string {
    const definitions = [...this.used].flatMap(({ name, definition }) =>
      definition ? [`${name} = ${definition}`] : [],
    );
    const needed = functions.filter(({ name }) => definitions.some((definition) => definition.includes(`${name}(`)));
    return [
      commentLines('//', [
        questionOf(query),
        ...this.notes.all,
        ...(this.used.has(kqlFields.time!) ? [] : [timeRange]),
      ]),
      ...needed.map(({ name, definition }) => `let ${name} = ${definition};\n`),
      'AADProvisioningLogs\n',
      ...definitions.map((definition) => `| extend ${definition}\n`),
      condition === 'true' ? '' : `| where ${condition}\n`,
      '| order by TimeGenerated asc\n',
    ].join('');
  }

  /** What cannot be asked lets every event through, which inside a `not(…)` means: none. */
  condition(node: QueryNode, isNegated = false): string {
    switch (node.kind) {
      case 'all':
        return 'true';
      case 'broken':
        return 'false';
      case 'not':
        return `not(${this.condition(node.part, !isNegated)})`;
      case 'and':
      case 'or':
        return `(${node.parts.map((part) => this.condition(part, isNegated)).join(` ${node.kind} `)})`;
      case 'term':
        return this.term(node, isNegated);
    }
  }

  private term({ field, test }: TermNode, isNegated: boolean): string {
    const columns = field ? [field.column] : searchedColumns;
    const tests = columns.map((column) => this.column(column, test, isNegated));
    return tests.length === 1 ? tests[0]! : `(${tests.join(' or ')})`;
  }

  private column(column: QueryColumn, test: TermNode['test'], isNegated: boolean): string {
    const field = kqlFields[column.id];
    if (field === undefined) {
      this.notes.add(unknownField(column, 'the table'));
      return isNegated ? 'false' : 'true';
    }
    this.used.add(field);
    if (field.note !== undefined) this.notes.add(field.note);
    if (test.kind === 'between')
      return column.type === 'time' ? timeTest(field.name, test) : numberTest(field.name, test);
    const words = enumWords(column, test);
    if (words !== undefined) return wordTest(field.name, words, column.values ?? []);
    return column.type === 'list' ? listTest(field.name, test) : textTest(field.name, test, column.type === 'text');
  }
}

function textTest(name: string, { match, text }: TextTest, isFreeText: boolean): string {
  if (match !== 'wildcard') {
    if (text === '') return `isempty(${name})`;
    return comparison(name, match === 'plain' && isFreeText ? 'contains' : 'equals', text);
  }
  const shape = wildcardShape(text);
  switch (shape.kind) {
    case 'any':
      return `isnotempty(${name})`;
    case 'pattern':
      return `${name} matches regex ${kqlString(`(?is)^${wildcardRegex(text, '.*', '.', regexText)}$`)}`;
    default:
      return comparison(name, shape.kind, shape.text);
  }
}

/**
 * KQL's own comparisons without regard to case know the letters of ASCII only; for others both sides are written small:
 * https://learn.microsoft.com/kusto/query/equals-operator
 */
function comparison(name: string, kind: 'equals' | 'contains' | 'startsWith' | 'endsWith', text: string): string {
  const literal = kqlString(text);
  if (!/\P{ASCII}/u.test(text)) return `${name} ${kind === 'equals' ? '=~' : kind.toLowerCase()} ${literal}`;
  return `tolower(${name}) ${kind === 'equals' ? '==' : `${kind.toLowerCase()}_cs`} tolower(${literal})`;
}

/** The names of a list stand in a text of JSON. */
function listTest(name: string, { match, text }: TextTest): string {
  const any = String.raw`(?:[^"\\]|\\.)*`;
  const one = String.raw`(?:[^"\\]|\\.)`;
  const written = (part: string): string => regexText(JSON.stringify(part).slice(1, -1));
  if (match !== 'wildcard' && text === '') return `(isempty(${name}) or ${name} == "[]")`;
  if (match === 'wildcard' && wildcardShape(text).kind === 'any') return `(isnotempty(${name}) and ${name} != "[]")`;
  const value = match === 'wildcard' ? wildcardRegex(text, any, one, written) : written(text);
  const whole = match === 'plain' ? `${any}${value}${any}` : value;
  return `${name} matches regex ${kqlString(String.raw`(?i)"(?:displayName|name)"\s*:\s*"${whole}"`)}`;
}

/** `unknown` is everything that is no other word. */
function wordTest(name: string, words: readonly string[], all: readonly string[]): string {
  if (words.length === all.length) return 'true';
  if (words.length === 0) return 'false';
  const known = words.filter((word) => word !== 'unknown');
  const tests = known.length === 0 ? [] : [`${name} in (${known.map(kqlString).join(', ')})`];
  if (words.includes('unknown')) {
    tests.push(
      `${name} !in (${all
        .filter((word) => word !== 'unknown')
        .map(kqlString)
        .join(', ')})`,
    );
  }
  return tests.length === 1 ? tests[0]! : `(${tests.join(' or ')})`;
}

function timeTest(name: string, test: BetweenTest): string {
  const { from, to } = timeWithin(test);
  const tests = [
    from === undefined ? '' : `${name} ${test.includesFrom ? '>=' : '>'} datetime(${from})`,
    to === undefined ? '' : `${name} ${test.includesTo ? '<=' : '<'} datetime(${to})`,
  ];
  return present(name, tests);
}

/** A test of something that may be absent is false then, never undecided: it may stand in a `not(…)`. */
function present(name: string, tests: readonly string[]): string {
  return `(${[`isnotnull(${name})`, ...tests.filter((test) => test !== '')].join(' and ')})`;
}

function numberTest(name: string, { from, includesFrom, to, includesTo }: BetweenTest): string {
  if (from === Infinity || to === -Infinity) return 'false';
  if (from === to && includesFrom && includesTo) return present(name, [`${name} == ${number(from)}`]);
  return present(name, [
    from === -Infinity ? '' : `${name} ${includesFrom ? '>=' : '>'} ${number(from)}`,
    to === Infinity ? '' : `${name} ${includesTo ? '<=' : '<'} ${number(to)}`,
  ]);
}

function number(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : `real(${String(value).replace('+', '')})`;
}
