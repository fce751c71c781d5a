import type { Findings } from '../core/analysis/findings/findFindings';
import type { Sort } from '../core/analysis/sortRows';
import type { FieldId } from '../core/columns/derivedColumns';
import type { Problem } from '../core/problem';
import type { AnalysisApi } from './analysisApi';
import type { LogInfo } from './logApi';
import type { Reply } from './reply';

/** What a page asks the log's worker, through its host and in the worker's own words. */
export type LogQuestions = Pick<
  AnalysisApi,
  'overview' | 'facet' | 'table' | 'placeInTable' | 'matrix' | 'durations' | 'topErrors' | 'suggestions'
>;

/** What the page of a log (the analysis panel, or the viewer of a file) asks its host to do. Only data crosses. */
export interface LogPageHost extends LogQuestions {
  ready(): Promise<Reply<LogPageState>>;
  /** Makes a query the log's filter: for the tree, for going from event to event, for exports. */
  setFilter(query: string): Promise<Reply<void>>;
  saveFilter(): Promise<Reply<void>>;
  showSavedFilters(): Promise<Reply<void>>;
  /** Remembers how the page is laid out, for this log. */
  keepLayout(layout: unknown): Promise<Reply<void>>;
  /** What is worth knowing about the whole log. Ends when the page is closed. */
  findings(): Promise<Reply<Findings>>;
  /** Opens what documents a finding, by its position in what `findings` answered last. */
  openFindingDocumentation(position: number): Promise<Reply<void>>;
  showEvent(row: number): Promise<Reply<void>>;
  /** Tells what happened to the person or group of an event. */
  showHistory(row: number): Promise<Reply<void>>;
  /** Offers the pages of the admin center about an event. */
  openInAdminCenter(row: number): Promise<Reply<void>>;
  copyValue(text: string): Promise<Reply<void>>;
  /** Copies stretches of the sorted table as text with tabs; resolves to the number of rows that were copied. */
  copyRows(query: string, copied: CopiedRows): Promise<Reply<number>>;
  prettify(): Promise<Reply<void>>;
  showJobs(): Promise<Reply<void>>;
  openAsText(): Promise<Reply<void>>;
  showProblem(index: number): Promise<Reply<void>>;
  reload(): Promise<Reply<void>>;
  /** Ends reading the files. */
  cancel(): Promise<Reply<void>>;
}

/** Stretches of the sorted table. */
export interface CopiedRows {
  readonly columns: readonly FieldId[];
  readonly sort?: Sort | undefined;
  /** Places in the table, from top to bottom; `last` included. */
  readonly stretches: readonly { readonly first: number; readonly last: number }[];
}

/** What the host tells the page of a log. */
export interface LogPageView {
  show(state: LogPageState): void;
}

/** What the page draws before it has asked anything. */
export interface LogPageState {
  readonly name: string;
  readonly byteLength: number;
  /** While the log is being read; afterwards absent. */
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  /** Why the log could not be opened. */
  readonly failure?: string | undefined;
  /** Why what is shown may be out of date. */
  readonly stale?: string | undefined;
  /** Present as soon as questions can be asked. */
  readonly info?: LogInfo | undefined;
  /** Grows whenever answers that were given before are void: the log was read further, or again. */
  readonly revision: number;
  /** The log's filter. */
  readonly filter: string;
  /** The event that the event panel shows, by its row; undefined when it is another log's, or none. */
  readonly shownRow?: number | undefined;
  readonly problems: readonly Problem[];
  /** How the page was laid out for this log the last time; older versions may have kept it. */
  readonly layout?: unknown;
  /** What the page needs to be shown again after a reload of the window. */
  readonly saved: { readonly log: readonly string[] };
}
