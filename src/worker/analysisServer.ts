import { digestLog, type LogDigest } from '../core/analysis/compare/logDigest';
import type { FacetCounts, FacetOptions } from '../core/analysis/countFacets';
import type { DistinctValues } from '../core/analysis/distinctValues';
import type { Findings } from '../core/analysis/findings/findFindings';
import type { FoundRows } from '../core/analysis/foundRows';
import type { LogAnalysis } from '../core/analysis/logAnalysis';
import type { Matrix } from '../core/analysis/matrix';
import type { Sort } from '../core/analysis/sortRows';
import { findObjects, type FoundObject } from '../core/analysis/story/findObjects';
import { idsOfRow, joinIds, type ObjectIds } from '../core/analysis/story/objectIds';
import type { TopErrors } from '../core/analysis/topErrors';
import type { ErrorCode } from '../core/codes/errorCode';
import type { FieldId } from '../core/columns/derivedColumns';
import { fieldNamed } from '../core/query/fields';
import { parseQuery } from '../core/query/parseQuery';
import type { Suggestions } from '../core/query/suggest';
import type {
  AnalysisApi,
  DurationsView,
  Overview,
  OverviewOptions,
  QueryFault,
  Story,
  TablePage,
  TableRequest,
} from '../protocol/analysisApi';
import { failed, ok, type Reply, type RequestId } from '../protocol/reply';
import type { Watch } from './logFiles';
import type { OpenedLog } from './openedLog';
import { MAX_STORY, tellStory } from './tellStory';

/** At most so many summaries, rows, nodes or keys in one answer. */
export const MAX_PAGE = 10_000;

/** Answers what is asked about the events that a query finds. */
export abstract class AnalysisServer implements AnalysisApi {
  /** Answers from the log, or says that it has not been read. Does not reject. */
  protected abstract ask<T>(answer: (log: OpenedLog) => Reply<T> | Promise<Reply<T>>): Promise<Reply<T>>;

  /** Runs a call that can be cancelled and reports progress. Does not reject. */
  protected abstract long<T>(request: RequestId, task: (watch: Watch) => Promise<Reply<T>>): Promise<Reply<T>>;

  /** The user's own codes have changed. */
  protected abstract setCodes(own: readonly ErrorCode[]): void;

  overview(query: string, { facetLimit, maxBuckets, table }: OverviewOptions): Promise<Reply<Overview>> {
    return this.askFound(query, (found, analysis) =>
      ok({
        total: found.count,
        eventCount: analysis.store.rowCount,
        facets: analysis.countFacets(found, { limit: facetLimit }),
        timeline: analysis.timeline(found, Math.max(2, maxBuckets)),
        table: tablePage(analysis, found, table),
      }),
    );
  }

  facet(query: string, field: FieldId, options: FacetOptions): Promise<Reply<FacetCounts>> {
    return this.askField(query, field, (found, analysis) => ok(analysis.countFacet(field, found, options)));
  }

  table(query: string, request: TableRequest): Promise<Reply<TablePage>> {
    return this.askFound(query, (found, analysis) => ok(tablePage(analysis, found, request)));
  }

  placeInTable(query: string, sort: Sort | undefined, row: number): Promise<Reply<number | undefined>> {
    return this.askFound(query, (found, analysis) => ok(analysis.table.placeOf(found, sort, row)));
  }

  matrix(query: string, by: 'job' | 'cycle', limit: number): Promise<Reply<Matrix>> {
    return this.askFound(query, (found, analysis) => ok(analysis.matrix(found, by, Math.min(limit, MAX_PAGE))));
  }

  durations(query: string, limit: number): Promise<Reply<DurationsView>> {
    return this.askFound(query, (found, analysis, log) => {
      const figures = analysis.durations(found, Math.min(limit, MAX_PAGE));
      return ok({ ...figures, slowest: figures.slowest.map((row) => log.rowSummary(row)) });
    });
  }

  topErrors(query: string, limit: number): Promise<Reply<TopErrors>> {
    return this.askFound(query, (found, analysis) => ok(analysis.topErrors(found, Math.min(limit, MAX_PAGE))));
  }

  distinctValues(query: string, field: FieldId, limit: number): Promise<Reply<DistinctValues>> {
    return this.askField(query, field, (found, analysis) => ok(analysis.distinctValues(field, found, limit)));
  }

  suggestions(query: string, cursor: number, limit: number): Promise<Reply<Suggestions>> {
    return this.ask((log) => ok(log.analysis.suggest(query, cursor, Math.min(limit, MAX_PAGE))));
  }

  checkQuery(query: string): Promise<Reply<readonly QueryFault[]>> {
    return Promise.resolve(ok(parseQuery(query).errors));
  }

  findings(request: RequestId): Promise<Reply<Findings>> {
    return this.long(request, (watch) => this.ask((log) => log.findings(watch)));
  }

  findObjects(typed: string, limit: number): Promise<Reply<readonly FoundObject[]>> {
    return this.ask(({ analysis }) => ok(findObjects(analysis.store, typed, Math.min(limit, MAX_PAGE))));
  }

  idsOf(row: number): Promise<Reply<ObjectIds>> {
    return this.ask(({ index, analysis: { store } }) =>
      index.hasRow(row)
        ? ok(joinIds(store, idsOfRow(store, row)))
        : failed('This event is not in the log. Reload the log.'),
    );
  }

  joinIds(known: ObjectIds): Promise<Reply<ObjectIds>> {
    return this.ask(({ analysis }) => ok(joinIds(analysis.store, known)));
  }

  story(request: RequestId, ids: ObjectIds, limit: number): Promise<Reply<Story>> {
    return this.long(request, (watch) => this.ask((log) => tellStory(log, ids, Math.min(limit, MAX_STORY), watch)));
  }

  digest(): Promise<Reply<LogDigest>> {
    return this.ask(({ analysis }) => ok(digestLog(analysis)));
  }

  useCodes(own: readonly ErrorCode[]): Promise<Reply<void>> {
    this.setCodes(own);
    return Promise.resolve(ok(undefined));
  }

  /** Answers about what a query finds, or says what is wrong with the query. */
  protected askFound<T>(
    query: string,
    answer: (found: FoundRows, analysis: LogAnalysis, log: OpenedLog) => Reply<T>,
  ): Promise<Reply<T>> {
    return this.ask((log) => {
      const { analysis } = log;
      const result = analysis.run(query);
      if ('fault' in result) return failed(result.fault.message, { start: result.fault.start, end: result.fault.end });
      return answer(result.found, analysis, log);
    });
  }

  private askField<T>(
    query: string,
    field: FieldId,
    answer: (found: FoundRows, analysis: LogAnalysis) => Reply<T>,
  ): Promise<Reply<T>> {
    if (fieldNamed(field)?.id !== field) return Promise.resolve(failed(`There is no field “${field}”.`));
    return this.askFound(query, answer);
  }
}

function tablePage(analysis: LogAnalysis, found: FoundRows, { columns, sort, page, row }: TableRequest): TablePage {
  const fields = columns.filter((id) => fieldNamed(id)?.id === id);
  const rows = analysis.table.page(found, sort, page.offset, Math.min(page.limit, MAX_PAGE));
  return {
    total: found.count,
    rows: Array.from(rows, (each) => analysis.table.row(each, fields)),
    ...(row !== undefined && { place: analysis.table.nearestPlace(found, sort, row) }),
  };
}
