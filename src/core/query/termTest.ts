import { ENTRA_ID, isSameSystem } from '../record/labels';
import { type Bound, boundHelp, isOrdered, readBound } from './bound';
import type { BetweenTest, QueryColumn, TermTest, TextTest } from './queryNode';

/** A value as it stands in the query. */
export interface WrittenValue {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** One end of a range; `*` without quotes is open. */
export interface WrittenEnd extends WrittenValue {
  /** Whether the end itself belongs to the range. */
  readonly isIncluded: boolean;
}

/** A test, or why there is none: a sentence or two for the user. */
export type TestOrFault = { readonly test: TermTest } | { readonly fault: string };

const everything: BetweenTest = {
  kind: 'between',
  from: -Infinity,
  includesFrom: true,
  to: Infinity,
  includesTo: true,
};

/** The test of `field:value`; without a column, of free text. */
export function valueTest(column: QueryColumn | undefined, value: WrittenValue): TestOrFault {
  if (column === undefined || !isOrdered(column)) return { test: systemTest(column, textTest(value)) };
  if (isOpen(value)) return { test: everything };
  const bound = readBound(column, value.text);
  if (!bound) return { fault: notReadable(column, value.text) };
  return { test: { kind: 'between', ...lowerEnd(bound, true), ...upperEnd(bound, true) } };
}

/** The test of `field:>value`; the operator is one of `> >= < <=`. */
export function comparisonTest(column: QueryColumn, operator: string, value: WrittenValue): TestOrFault {
  if (!isOrdered(column)) return { fault: notOrdered(column, `put the value in quotes if it begins with ${operator}`) };
  const bound = readBound(column, value.text);
  if (!bound) return { fault: notReadable(column, value.text) };
  const isIncluded = operator.endsWith('=');
  const end = operator.startsWith('>') ? lowerEnd(bound, isIncluded) : upperEnd(bound, isIncluded);
  return { test: { ...everything, ...end } };
}

/** The test of `field:[from TO to]`. */
export function rangeTest(column: QueryColumn, from: WrittenEnd, to: WrittenEnd): TestOrFault {
  if (!isOrdered(column)) return { fault: notOrdered(column, 'put the value in quotes if it begins with a bracket') };
  const test = { ...everything };
  for (const end of [from, to]) {
    if (isOpen(end)) continue;
    const bound = readBound(column, end.text);
    if (!bound) return { fault: notReadable(column, end.text) };
    Object.assign(test, end === from ? lowerEnd(bound, end.isIncluded) : upperEnd(bound, end.isIncluded));
  }
  if (test.from > test.to) return { fault: 'This range ends before it begins. Swap its two ends.' };
  return { test };
}

function textTest(value: WrittenValue): TextTest {
  const hasWildcard = !value.isQuoted && /[*?]/.test(value.text);
  return { kind: 'text', match: value.isQuoted ? 'exact' : hasWildcard ? 'wildcard' : 'plain', text: value.text };
}

/** Asked for by either of its names, a renamed system is found by the one that the index keeps. */
function systemTest(column: QueryColumn | undefined, test: TextTest): TextTest {
  const isSystem = column?.id === 'source' || column?.id === 'target';
  return isSystem && isSameSystem(test.text, ENTRA_ID) ? { ...test, text: ENTRA_ID } : test;
}

function isOpen(value: WrittenValue): boolean {
  return !value.isQuoted && value.text === '*';
}

function lowerEnd(bound: Bound, isIncluded: boolean): Pick<BetweenTest, 'from' | 'includesFrom'> {
  if (bound.end === undefined) return { from: bound.start, includesFrom: isIncluded };
  return { from: isIncluded ? bound.start : bound.end, includesFrom: true };
}

function upperEnd(bound: Bound, isIncluded: boolean): Pick<BetweenTest, 'to' | 'includesTo'> {
  if (bound.end === undefined) return { to: bound.start, includesTo: isIncluded };
  return { to: isIncluded ? bound.end : bound.start, includesTo: false };
}

function notReadable(column: QueryColumn, text: string): string {
  return `“${text}” is no ${column.type}. ${boundHelp(column)}`;
}

function notOrdered(column: QueryColumn, advice: string): string {
  return `Only numbers and times can be compared, and ${column.id} is neither; ${advice}.`;
}
