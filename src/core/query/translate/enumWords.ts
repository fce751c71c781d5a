import type { QueryColumn, TermTest } from '../queryNode';
import { textMatcher } from '../textMatcher';

/** The words of an enum that a test lets through; undefined for a column that has no fixed words. */
export function enumWords(column: QueryColumn, test: TermTest): readonly string[] | undefined {
  if (column.type !== 'enum' || column.values === undefined || test.kind !== 'text') return undefined;
  return column.values.filter(textMatcher(test, column.type));
}
