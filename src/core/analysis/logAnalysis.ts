import { type CodeIndex, shippedCodes } from '../codes/lookUpCode';
import type { FieldId } from '../columns/derivedColumns';
import type { ColumnStore, FieldStore } from '../index/columnStore';
import { parseQuery } from '../query/parseQuery';
import type { QueryError } from '../query/queryNode';
import { type Suggestions, suggest } from '../query/suggest';
import { FacetCounter, type FacetCounts, type FacetOptions } from './countFacets';
import { DerivedStore } from './derivedStore';
import { type DistinctValues, distinctValues } from './distinctValues';
import { type Durations, durations } from './durations';
import { FoundRows } from './foundRows';
import { type Matrix, matrix } from './matrix';
import { RecentAnswers } from './recentAnswers';
import { TableRows } from './tableRows';
import { type Timeline, timeline } from './timeline';
import { type TopErrors, topErrors } from './topErrors';

/** What a query found is small: switching between some filters is free. */
const KEPT_RESULTS = 8;

/** What a query found, or what is wrong with it: the first fault. */
export type QueryResult = { readonly found: FoundRows } | { readonly fault: QueryError };

/** Answers questions about one log, each for the rows that a query finds. Keeps what may be asked for again. */
export class LogAnalysis {
  readonly store: FieldStore;
  readonly table: TableRows;
  private readonly facets: FacetCounter;
  private readonly results = new RecentAnswers<QueryResult>(KEPT_RESULTS);

  constructor(
    store: ColumnStore,
    private readonly codes: CodeIndex = shippedCodes,
  ) {
    this.store = new DerivedStore(store, codes);
    this.table = new TableRows(this.store);
    this.facets = new FacetCounter(this.store);
  }

  /** Runs a query; asked again it answers at once. */
  run(query: string): QueryResult {
    return this.results.get(query, () => {
      const { tree, errors } = parseQuery(query);
      const [fault] = errors;
      return fault ? { fault } : { found: new FoundRows(this.store, query, tree) };
    });
  }

  countFacets(found: FoundRows, options: FacetOptions): readonly FacetCounts[] {
    return this.facets.countAll(found, options);
  }

  countFacet(field: FieldId, found: FoundRows, options: FacetOptions): FacetCounts {
    return this.facets.countField(field, found, options);
  }

  timeline(found: FoundRows, maxBuckets: number): Timeline {
    return timeline(this.store, found, maxBuckets);
  }

  matrix(found: FoundRows, by: 'job' | 'cycle', limit: number): Matrix {
    return matrix(this.store, found, by, limit);
  }

  durations(found: FoundRows, limit: number): Durations {
    return durations(this.store, found, limit);
  }

  topErrors(found: FoundRows, limit: number): TopErrors {
    return topErrors(this.store, this.codes, found, limit);
  }

  distinctValues(field: FieldId, found: FoundRows, limit: number): DistinctValues {
    return distinctValues(this.store, field, found.set, limit);
  }

  suggest(query: string, cursor: number, limit: number): Suggestions {
    return suggest(query, cursor, this.store, { limit });
  }
}
