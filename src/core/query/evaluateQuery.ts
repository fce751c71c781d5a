import type { ColumnData, ColumnStore, DictionaryData } from '../index/columnStore';
import { searchedColumns } from './fields';
import type { BetweenTest, QueryColumn, QueryNode, TermNode, TextTest } from './queryNode';
import { RowSet } from './rowSet';
import { type TextMatcher, textMatcher } from './textMatcher';

/**
 * The rows that match a query. Texts are compared once for each entry of a dictionary, then rows by number.
 * Of a tree with errors the broken parts match nothing; such a tree should not be evaluated.
 */
export function evaluateQuery(tree: QueryNode, store: ColumnStore): RowSet {
  switch (tree.kind) {
    case 'all':
      return RowSet.all(store.rowCount);
    case 'broken':
      return RowSet.none(store.rowCount);
    case 'not':
      return evaluateQuery(tree.part, store).not();
    case 'and':
      return evaluateAll(tree.parts, store);
    case 'or':
      return evaluateAny(tree.parts, store);
    case 'term':
      return evaluateTerm(tree, store);
  }
}

function evaluateAll(parts: readonly QueryNode[], store: ColumnStore): RowSet {
  let rows = RowSet.all(store.rowCount);
  for (const part of parts) {
    if (rows.count === 0) break;
    rows = rows.and(evaluateQuery(part, store));
  }
  return rows;
}

function evaluateAny(parts: readonly QueryNode[], store: ColumnStore): RowSet {
  let rows = RowSet.none(store.rowCount);
  for (const part of parts) rows = rows.or(evaluateQuery(part, store));
  return rows;
}

function evaluateTerm(term: TermNode, store: ColumnStore): RowSet {
  if (term.field) return evaluateColumn(term, term.field.column, store);
  let rows = RowSet.none(store.rowCount);
  for (const column of searchedColumns) rows = rows.or(evaluateColumn(term, column, store));
  return rows;
}

function evaluateColumn(term: TermNode, column: QueryColumn, store: ColumnStore): RowSet {
  const data = store.column(column.id);
  if (term.test.kind === 'text') return evaluateText(term.test, column, data, store.rowCount);
  return data.kind === 'number' ? evaluateBetween(term.test, data.values, store.rowCount) : RowSet.none(store.rowCount);
}

function evaluateText(test: TextTest, column: QueryColumn, data: ColumnData, rowCount: number): RowSet {
  if (data.kind === 'number') return RowSet.none(rowCount);
  const matches = textMatcher(test, column.type);
  if (data.kind === 'dictionary') return RowSet.whereEntry(rowCount, data.entries, markEntries(data, matches));
  const isWhole = test.match !== 'wildcard' && test.text !== '' && column.type === 'id';
  return RowSet.where(rowCount, isWhole ? data.matcher(test.text) : (row) => matches(data.text(row)));
}

/** 1 for each entry that matches. */
function markEntries(data: DictionaryData, matches: TextMatcher): Uint8Array {
  const marks = new Uint8Array(data.size);
  for (let entry = 0; entry < data.size; entry++) {
    if (matches(data.text(entry))) marks[entry] = 1;
  }
  return marks;
}

/** No comparison holds for NaN, which is how an absent value is kept. */
function evaluateBetween(test: BetweenTest, values: Float64Array, rowCount: number): RowSet {
  const { from, includesFrom, to, includesTo } = test;
  return RowSet.where(rowCount, (row) => {
    const value = values[row]!;
    return (value > from || (includesFrom && value === from)) && (value < to || (includesTo && value === to));
  });
}
