import type { ColumnData, FieldStore, DictionaryData } from '../index/columnStore';
import { searchedColumns } from './fields';
import { matchingEntries } from './matchingEntries';
import type { BetweenTest, QueryColumn, QueryNode, TermNode, TextTest } from './queryNode';
import { RowSet } from './rowSet';
import { requiredText, type TextMatcher, textMatcher } from './textMatcher';

/** Looking at so many texts one after the other takes as long as finding that of one row. */
const TEXTS_OF_ROW = 4;

/**
 * The rows that match a query. Texts are compared once for each entry of a dictionary, then rows by number. Of
 * conditions that must all hold the cheapest come first, and the others look only at the rows that are left.
 * Of a tree with errors the broken parts match nothing; such a tree should not be evaluated.
 */
export function evaluateQuery(tree: QueryNode, store: FieldStore): RowSet {
  return evaluate(tree, store, RowSet.all(store.rowCount));
}

/** What is answered holds for the rows of `within`; of others nothing is said. */
function evaluate(node: QueryNode, store: FieldStore, within: RowSet): RowSet {
  switch (node.kind) {
    case 'all':
      return within;
    case 'broken':
      return RowSet.none(store.rowCount);
    case 'not':
      return within.without(evaluate(node.part, store, within));
    case 'and':
      return evaluateAll(node.parts, store, within);
    case 'or':
      return evaluateAny(node.parts, store, within);
    case 'term':
      return evaluateTerm(node, store, within);
  }
}

function evaluateAll(parts: readonly QueryNode[], store: FieldStore, within: RowSet): RowSet {
  const cheapestFirst = parts.map((part) => ({ part, cost: costOf(part, store) })).sort((a, b) => a.cost - b.cost);
  let rows = within;
  for (const { part } of cheapestFirst) {
    if (rows.count === 0) break;
    rows = rows.and(evaluate(part, store, rows));
  }
  return rows;
}

function evaluateAny(parts: readonly QueryNode[], store: FieldStore, within: RowSet): RowSet {
  let rows = RowSet.none(store.rowCount);
  for (const part of parts) rows = rows.or(evaluate(part, store, within));
  return rows;
}

function evaluateTerm(term: TermNode, store: FieldStore, within: RowSet): RowSet {
  let rows = RowSet.none(store.rowCount);
  for (const column of columnsOf(term)) rows = rows.or(evaluateColumn(term, column, store, within));
  return rows;
}

function evaluateColumn(term: TermNode, column: QueryColumn, store: FieldStore, within: RowSet): RowSet {
  const data = store.column(column.id);
  if (term.test.kind === 'text') return evaluateText(term.test, column, data, within);
  return data.kind === 'number' ? evaluateBetween(term.test, data.values, within) : RowSet.none(store.rowCount);
}

function evaluateText(test: TextTest, column: QueryColumn, data: ColumnData, within: RowSet): RowSet {
  if (data.kind === 'number') return RowSet.none(within.rowCount);
  const matches = textMatcher(test, column.type);
  if (data.kind === 'dictionary') return evaluateEntries(data, test, matches, within);
  const isWhole = test.match !== 'wildcard' && test.text !== '' && column.type === 'id';
  if (isWhole) return within.filter(data.matcher(test.text));
  const mayMatch = data.partMatcher(requiredText(test));
  return within.filter((row) => mayMatch(row) && matches(data.text(row)));
}

function evaluateEntries(data: DictionaryData, test: TextTest, matches: TextMatcher, within: RowSet): RowSet {
  const { entries, size } = data;
  if (size <= TEXTS_OF_ROW * within.count)
    return RowSet.whereEntry(within.rowCount, entries, matchingEntries(data, test, matches));
  const marks = new Uint8Array(size);
  const isKnown = new Uint8Array(size);
  return within.filter((row) => {
    const entry = entries[row]!;
    if (isKnown[entry] === 0) {
      isKnown[entry] = 1;
      marks[entry] = matches(data.text(entry)) ? 1 : 0;
    }
    return marks[entry] === 1;
  });
}

/** No comparison holds for NaN, which is how an absent value is kept. */
function evaluateBetween(test: BetweenTest, values: Float64Array, within: RowSet): RowSet {
  const { from, includesFrom, to, includesTo } = test;
  return within.filter((row) => {
    const value = values[row]!;
    return (value > from || (includesFrom && value === from)) && (value < to || (includesTo && value === to));
  });
}

/** What evaluating takes, in comparisons of numbers: a text takes about ten times as long. */
function costOf(node: QueryNode, store: FieldStore): number {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.parts.reduce((sum, part) => sum + costOf(part, store), 0);
    case 'not':
      return costOf(node.part, store);
    case 'term':
      return columnsOf(node).reduce((sum, column) => {
        const data = store.column(column.id);
        const texts = data.kind === 'dictionary' ? data.size : data.kind === 'id' ? store.rowCount : 0;
        return sum + store.rowCount + 10 * texts;
      }, 0);
    default:
      return 0;
  }
}

function columnsOf(term: TermNode): readonly QueryColumn[] {
  return term.field ? [term.field.column] : searchedColumns;
}
