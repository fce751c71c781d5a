import type { LogApi, LogInfo } from '../../../src/protocol/logApi';
import type { LogPageHost, LogPageState } from '../../../src/protocol/logPageApi';
import { failed, ok } from '../../../src/protocol/reply';
import { countOf } from '../../../src/webview/grid/rowSelection';
import { openWorker, valueOf, type TestWorker } from '../../support/openWorker';

/** A host for the page of a log whose answers come from a real worker, and what it was asked to do. */
export interface LogPageTestHost {
  readonly host: LogPageHost;
  readonly state: LogPageState;
  readonly api: LogApi;
  /** What was asked besides questions, in order. */
  readonly calls: string[];
  /** How often the worker was asked for an overview. */
  readonly overviews: string[];
  end(): Promise<void>;
}

/** Opens a log of these bytes; `changes` is what its page is told besides what is true. */
export async function logPageHost(
  bytes: Uint8Array,
  changes: (info: LogInfo) => Partial<LogPageState> = () => ({}),
): Promise<LogPageTestHost> {
  const worker: TestWorker = openWorker([{ name: 'log.json', bytes: new Uint8Array(bytes) }]);
  const { api } = worker;
  const info = valueOf(await api.open(1));
  const calls: string[] = [];
  const overviews: string[] = [];
  const note = (call: string) => {
    calls.push(call);
    return Promise.resolve(ok(undefined));
  };
  const state: LogPageState = {
    name: 'ProvisioningLogs.json',
    byteLength: bytes.length,
    info,
    revision: 1,
    filter: '',
    problems: valueOf(await api.problems({ offset: 0, limit: 100 })),
    saved: { log: ['file:///log.json'] },
    ...changes(info),
  };
  const host: LogPageHost = {
    ready: () => Promise.resolve(ok(state)),
    overview: (query, options) => {
      overviews.push(query);
      return api.overview(query, options);
    },
    facet: (query, field, options) => api.facet(query, field, options),
    table: (query, request) => api.table(query, request),
    placeInTable: (query, sort, row) => api.placeInTable(query, sort, row),
    matrix: (query, by, limit) => api.matrix(query, by, limit),
    durations: (query, limit) => api.durations(query, limit),
    topErrors: (query, limit) => api.topErrors(query, limit),
    suggestions: (query, cursor, limit) => api.suggestions(query, cursor, limit),
    findings: () => api.findings(2),
    openFindingDocumentation: (position) => note(`documentation ${position}`),
    setFilter: (query) => note(`filter ${query}`),
    saveFilter: () => note('save filter'),
    showSavedFilters: () => note('saved filters'),
    keepLayout: (layout) => note(`layout ${JSON.stringify(layout)}`),
    showEvent: (row) => note(`event ${row}`),
    showHistory: (row) => note(`history ${row}`),
    openInAdminCenter: (row) => note(`admin center ${row}`),
    copyValue: (text) => note(`copy value ${text}`),
    copyRows: (query, { columns, stretches }) => {
      const places = stretches.map(({ first, last }) => `${first}-${last}`).join();
      calls.push(`copy ${places} ${columns.join()} ${query}`);
      return Promise.resolve(ok(countOf(stretches)));
    },
    prettify: () => Promise.resolve(failed('The disk is full.')),
    showJobs: () => note('jobs'),
    openAsText: () => note('text'),
    showProblem: (index) => note(`problem ${index}`),
    reload: () => note('reload'),
    cancel: () => note('cancel'),
  };
  return { host, state, api, calls, overviews, end: () => worker.end() };
}
