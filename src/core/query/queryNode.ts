import type { Column } from '../columns/column';
import type { FieldId } from '../columns/derivedColumns';

/**
 * A query as a tree. Every node knows where it stands in the text, in UTF-16 units, `end` exclusive.
 * The parser bounds how deep it gets (`MAX_QUERY_DEPTH`), so that it may be walked by recursion.
 */
export type QueryNode = AllNode | BrokenNode | CombinedNode | NotNode | TermNode;

/** A part of the query's text. */
export interface QuerySpan {
  readonly start: number;
  readonly end: number;
}

/** The empty query: every event matches. */
export interface AllNode extends QuerySpan {
  readonly kind: 'all';
}

/** A part that could not be understood; there is an error about it. No event matches. */
export interface BrokenNode extends QuerySpan {
  readonly kind: 'broken';
}

/** Two or more parts of which all, or at least one, must match. */
export interface CombinedNode extends QuerySpan {
  readonly kind: 'and' | 'or';
  readonly parts: readonly QueryNode[];
}

/** What must not match. */
export interface NotNode extends QuerySpan {
  readonly kind: 'not';
  readonly part: QueryNode;
}

/** One condition on one column, or, without a field, on all columns that free text searches. */
export interface TermNode extends QuerySpan {
  readonly kind: 'term';
  readonly field?: FieldName;
  readonly test: TermTest;
}

/** A column as the query names it. */
export interface FieldName extends QuerySpan {
  readonly column: QueryColumn;
}

/** A column whose id is known to the compiler. */
export type QueryColumn = Column & { readonly id: FieldId };

/** What a value must be like. */
export type TermTest = TextTest | BetweenTest;

/**
 * For texts, enums, ids and lists. An absent value matches the quoted empty text only, so that `code:*` finds the
 * events that have a code.
 * - `plain`: a column of type `text` or `list` contains the text, others equal it
 * - `wildcard`: the whole value matches; `*` stands for any characters, `?` for one
 * - `exact`: the value equals the text
 */
export interface TextTest {
  readonly kind: 'text';
  readonly match: 'plain' | 'wildcard' | 'exact';
  readonly text: string;
}

/** For numbers, and times in milliseconds since 1970 UTC. Open ends are infinite. Absent values never match. */
export interface BetweenTest {
  readonly kind: 'between';
  readonly from: number;
  readonly includesFrom: boolean;
  readonly to: number;
  readonly includesTo: boolean;
}

/** What is wrong with a part of the query, in words for the user. */
export interface QueryError extends QuerySpan {
  readonly message: string;
}
