import { searchedColumns } from '../fields';
import type { BetweenTest, QueryColumn, QueryNode, TermNode, TextTest } from '../queryNode';
import { enumWords } from './enumWords';
import { GraphFilter } from './graphFilter';
import { commentLines, Notes, questionOf, unknownField } from './notes';
import { type PowerShellField, powerShellFields } from './powerShellFields';
import { likeText, powerShellString } from './powerShellText';
import { timeWithin } from './timeText';
import type { Translation } from './translation';
import { wildcardRegex, wildcardShape } from './wildcard';

/**
 * A script for the Microsoft Graph PowerShell SDK. Graph itself is asked for the stretch of time only, which it sees as
 * we do; every other condition is tested on the machine, so that nothing is lost to what Graph cannot express.
 */
export const powerShell: Translation = {
  id: 'powershell',
  title: 'PowerShell',
  use: 'Needs the module Microsoft.Graph.Reports; reads from Microsoft Graph.',
  translate(tree, query, cloud) {
    const writer = new PowerShellWriter();
    const condition = writer.condition(tree);
    const { notes } = writer;
    const filter = new GraphFilter(new Notes(), ['time']).of(tree);
    if (!cloud.hasProvisioningLogs) {
      notes.add(`Microsoft Graph hands out no provisioning logs in this cloud (${cloud.title}).`);
    }
    const read = `Get-MgAuditLogProvisioning -All${filter === undefined ? '' : ` -Filter ${powerShellString(filter)}`}`;
    const lines = [
      `Connect-MgGraph -Environment ${cloud.graphEnvironment} -Scopes 'AuditLog.Read.All', 'Directory.Read.All'`,
      ...(condition === '$true' ? [read] : [`${read} | Where-Object {`, ...writer.body(condition), '}']),
    ];
    return { text: `${commentLines('#', [questionOf(query), ...notes.all])}${lines.join('\n')}\n`, notes: notes.all };
  },
};

class PowerShellWriter {
  readonly notes = new Notes();
  private readonly used = new Set<PowerShellField>();

  /** The lines of the test: what it needs of the event, and the condition. */
  body(condition: string): string[] {
    const definitions = [...this.used].map(({ variable, definition }) => `    ${variable} = ${definition}`);
    return ['    $e = $_', ...definitions, `    ${condition}`];
  }

  /** What cannot be tested lets every event through, which inside a `-not` means: none. */
  condition(node: QueryNode, isNegated = false): string {
    switch (node.kind) {
      case 'all':
        return '$true';
      case 'broken':
        return '$false';
      case 'not':
        return `(-not ${this.condition(node.part, !isNegated)})`;
      case 'and':
      case 'or':
        return `(${node.parts.map((part) => this.condition(part, isNegated)).join(` -${node.kind} `)})`;
      case 'term':
        return this.term(node, isNegated);
    }
  }

  private term({ field, test }: TermNode, isNegated: boolean): string {
    const columns = field ? [field.column] : searchedColumns;
    const tests = columns.map((column) => this.column(column, test, isNegated));
    return tests.length === 1 ? tests[0]! : `(${tests.join(' -or ')})`;
  }

  private column(column: QueryColumn, test: TermNode['test'], isNegated: boolean): string {
    const field = powerShellFields[column.id];
    if (field === undefined) {
      this.notes.add(unknownField(column, 'Microsoft Graph'));
      return isNegated ? '$false' : '$true';
    }
    this.used.add(field);
    if (test.kind === 'between') return betweenTest(field.variable, column, test);
    const words = enumWords(column, test);
    return words ? wordTest(field.variable, words, column.values ?? []) : textTest(field.variable, column, test);
  }
}

function textTest(variable: string, column: QueryColumn, { match, text }: TextTest): string {
  const isAny = match === 'wildcard' && wildcardShape(text).kind === 'any';
  if (isAny) return `[bool]${variable}`;
  if (text === '') return `(-not ${variable})`;
  const isInside = match === 'plain' && (column.type === 'text' || column.type === 'list');
  const pattern = match === 'wildcard' ? wildcardRegex(text, '*', '?', likeText) : `*${likeText(text)}*`;
  const test =
    match === 'wildcard' || isInside
      ? `(${variable} -like ${powerShellString(pattern)})`
      : `(${variable} -eq ${powerShellString(text)})`;
  // On a list both operators give what they let through.
  return column.type === 'list' ? `[bool]${test}` : test;
}

/** `unknown` is everything that is no other word. */
function wordTest(variable: string, words: readonly string[], all: readonly string[]): string {
  if (words.length === all.length) return '$true';
  if (words.length === 0) return '$false';
  const list = (some: readonly string[]): string =>
    `@(${some
      .filter((word) => word !== 'unknown')
      .map(powerShellString)
      .join(', ')})`;
  const tests = words.some((word) => word !== 'unknown') ? [`(${variable} -in ${list(words)})`] : [];
  if (words.includes('unknown')) tests.push(`(${variable} -notin ${list(all)})`);
  return tests.length === 1 ? tests[0]! : `(${tests.join(' -or ')})`;
}

function betweenTest(variable: string, column: QueryColumn, test: BetweenTest): string {
  const { from, to } =
    column.type === 'time'
      ? mapped(timeWithin(test), timeValue)
      : mapped({ from: endOf(test.from, -Infinity), to: endOf(test.to, Infinity) }, (text) => text);
  const isOne = from !== undefined && from === to && test.includesFrom && test.includesTo;
  if (isOne) return `(${variable} -eq ${from})`;
  const tests = [
    from === undefined ? '' : `(${variable} ${test.includesFrom ? '-ge' : '-gt'} ${from})`,
    to === undefined ? '' : `(${variable} ${test.includesTo ? '-le' : '-lt'} ${to})`,
  ].filter((each) => each !== '');
  const all = [`($null -ne ${variable})`, ...tests];
  return all.length === 1 ? all[0]! : `(${all.join(' -and ')})`;
}

function endOf(value: number, open: number): string | undefined {
  if (value === open) return undefined;
  return Number.isFinite(value) ? String(value) : `[double]::${value > 0 ? 'Positive' : 'Negative'}Infinity`;
}

function mapped(
  ends: { from: string | undefined; to: string | undefined },
  write: (text: string) => string,
): { from: string | undefined; to: string | undefined } {
  return { from: ends.from && write(ends.from), to: ends.to && write(ends.to) };
}

function timeValue(text: string): string {
  return `[datetime]::Parse('${text}', [cultureinfo]::InvariantCulture, 'AdjustToUniversal')`;
}
