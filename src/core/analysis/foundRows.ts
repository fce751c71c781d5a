import type { FieldStore } from '../index/columnStore';
import { evaluateQuery } from '../query/evaluateQuery';
import type { QueryNode } from '../query/queryNode';
import { partsAbout, type QueryPart, queryParts } from '../query/queryParts';
import type { RowSet } from '../query/rowSet';
import type { FieldId } from '../columns/derivedColumns';

/** The rows that a query finds, in the forms that counting needs. The query must not be broken. */
export class FoundRows {
  readonly set: RowSet;
  readonly parts: readonly QueryPart[];
  private listed: Uint32Array | undefined;

  constructor(
    private readonly store: FieldStore,
    readonly query: string,
    tree: QueryNode,
  ) {
    this.set = evaluateQuery(tree, store);
    this.parts = queryParts(query);
  }

  get count(): number {
    return this.set.count;
  }

  /** The rows in file order; undefined when these are all rows of the log. */
  get rows(): Uint32Array | undefined {
    if (this.count === this.store.rowCount) return undefined;
    this.listed ??= this.set.page(0, this.count);
    return this.listed;
  }

  /** Calls for each row, in file order. */
  each(visit: (row: number) => void): void {
    const { rows } = this;
    if (rows) for (const row of rows) visit(row);
    else for (let row = 0; row < this.store.rowCount; row++) visit(row);
  }

  /** What the query finds without what it says about one field: itself where it says nothing. */
  without(field: FieldId): FoundRows {
    if (partsAbout(this.parts, field).length === 0) return this;
    const others = this.parts.filter(({ column }) => column?.id !== field);
    const query = others.map(({ text }) => text).join(' ');
    const [first, ...rest] = others.map(({ tree }) => tree);
    const span = { start: 0, end: query.length };
    if (!first) return new FoundRows(this.store, '', { kind: 'all', ...span });
    return new FoundRows(
      this.store,
      query,
      rest.length === 0 ? first : { kind: 'and', parts: [first, ...rest], ...span },
    );
  }
}
