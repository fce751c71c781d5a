import type { LogDigest } from '../core/analysis/compare/logDigest';
import type { FacetCounts, FacetOptions } from '../core/analysis/countFacets';
import type { DistinctValues } from '../core/analysis/distinctValues';
import type { Durations } from '../core/analysis/durations';
import type { Findings } from '../core/analysis/findings/findFindings';
import type { Matrix } from '../core/analysis/matrix';
import type { Sort } from '../core/analysis/sortRows';
import type { FoundObject } from '../core/analysis/story/findObjects';
import type { ObjectIds } from '../core/analysis/story/objectIds';
import type { TableRow } from '../core/analysis/tableRows';
import type { Timeline } from '../core/analysis/timeline';
import type { TopErrors } from '../core/analysis/topErrors';
import type { ErrorCode } from '../core/codes/errorCode';
import type { FieldId } from '../core/columns/derivedColumns';
import type { Suggestions } from '../core/query/suggest';
import type { Page, RowSummary } from './logApi';
import type { Reply, RequestId } from './reply';

/**
 * What a log's worker is asked about the events that a query finds; the empty query finds all of them. A broken query
 * fails with a sentence and the place of the fault, `start` and `end`, and never guesses. Answers about one query are
 * quick when they follow each other: the worker keeps what the last few queries found. Texts are log text.
 *
 * For changing a query's text see `core/query/editQuery.ts` and `core/query/queryParts.ts` (chips).
 */
export interface AnalysisApi {
  /** What changes with every keystroke, in one answer: counts, chart and the first rows. */
  overview(query: string, options: OverviewOptions): Promise<Reply<Overview>>;
  /** The values of one field with counts: a facet searched or shown in full, or a column that is no facet. */
  facet(query: string, field: FieldId, options: FacetOptions): Promise<Reply<FacetCounts>>;
  /** A page of the table. Equal rows stay in file order, absent values come last. */
  table(query: string, request: TableRequest): Promise<Reply<TablePage>>;
  /** At which place of the sorted table a row stands, from 0 on; undefined when the query does not find it. */
  placeInTable(query: string, sort: Sort | undefined, row: number): Promise<Reply<number | undefined>>;
  /** Actions by status for each job or each cycle, at most `limit` groups. */
  matrix(query: string, by: 'job' | 'cycle', limit: number): Promise<Reply<Matrix>>;
  /** Median, 95th percentile and the slowest events, at most `limit`. */
  durations(query: string, limit: number): Promise<Reply<DurationsView>>;
  /** Error codes with counts, distinct people, first and last seen; at most `limit`. */
  topErrors(query: string, limit: number): Promise<Reply<TopErrors>>;
  /** The different values of a column in what the query finds, at most `limit`: for "Copy Job IDs". */
  distinctValues(query: string, field: FieldId, limit: number): Promise<Reply<DistinctValues>>;
  /** What could stand at a place of a query, values with their counts in the whole log. Broken queries are welcome. */
  suggestions(query: string, cursor: number, limit: number): Promise<Reply<Suggestions>>;
  /** Everything that is wrong with a query, in the order of the text, with the nearest known name; empty when it is good. */
  checkQuery(query: string): Promise<Reply<readonly QueryFault[]>>;
  /**
   * What is worth knowing about the whole log, ranked, with queries as evidence. Reads at most 200 records from the
   * file: reports progress in records, and can be cancelled. Asked again it answers at once.
   */
  findings(request: RequestId): Promise<Reply<Findings>>;
  /** People and groups by what somebody types of a name, a reportable identifier or an ID; at most `limit`. */
  findObjects(typed: string, limit: number): Promise<Reply<readonly FoundObject[]>>;
  /** What the object of an event is known by in this log. */
  idsOf(row: number): Promise<Reply<ObjectIds>>;
  /** What an object is known by once the events of this log are joined as well. */
  joinIds(known: ObjectIds): Promise<Reply<ObjectIds>>;
  /**
   * The events of an object, a sentence each; where there are more than `limit` (at most 1,000), the newest. Reads each
   * of their records: reports progress in records, and can be cancelled.
   */
  story(request: RequestId, ids: ObjectIds, limit: number): Promise<Reply<Story>>;
  /** What the log is compared with another by. */
  digest(): Promise<Reply<LogDigest>>;
  /** The user's own error codes, which say whose turn it is before the catalogue does. Replaces those handed over before. */
  useCodes(own: readonly ErrorCode[]): Promise<Reply<void>>;
}

/** What is wanted of an overview. */
export interface OverviewOptions {
  /** At most so many values for each facet, besides those that the query names. */
  readonly facetLimit: number;
  /** At most so many buckets of time, at least 2. */
  readonly maxBuckets: number;
  readonly table: TableRequest;
}

/** What a query comes to. */
export interface Overview {
  /** Events that the query finds. */
  readonly total: number;
  /** Events of the log. */
  readonly eventCount: number;
  readonly facets: readonly FacetCounts[];
  readonly timeline: Timeline;
  readonly table: TablePage;
}

/** Which part of the table is wanted. */
export interface TableRequest {
  /** What stands in the cells, in this order. */
  readonly columns: readonly FieldId[];
  /** File order without it. */
  readonly sort?: Sort | undefined;
  /** At most 10,000 rows. */
  readonly page: Page;
  /** An event by its row in the log whose place in the table is wanted. */
  readonly row?: number | undefined;
}

/** Rows of the table. */
export interface TablePage {
  readonly total: number;
  readonly rows: readonly TableRow[];
  /** Where the wanted event stands, from 0 on; where the query does not find it, the place of what comes nearest. */
  readonly place?: number;
}

/** Durations, with the slowest events. */
export interface DurationsView extends Omit<Durations, 'slowest'> {
  readonly slowest: readonly RowSummary[];
}

/** What happened to one person or group in one log. */
export interface Story {
  /** How many events the log holds. */
  readonly total: number;
  /** In the order in which they happened. */
  readonly events: readonly StoryEvent[];
}

/** One event of a story. */
export interface StoryEvent extends RowSummary {
  /** The job's name. Log text. */
  readonly job: string;
  /** What happened, for people: log text in it is harmless. Absent when the record could not be read. */
  readonly sentence?: string;
}

/** Something that is wrong with a query, and where, in UTF-16 units of its text. */
export interface QueryFault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}
