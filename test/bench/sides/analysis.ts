import { readFile } from 'node:fs/promises';
import type { FoundRows } from '../../../src/core/analysis/foundRows';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import type { Outcome, Side } from '../side';
import { builtIndex } from './builtIndex';
import { openFileSource } from '../../../src/platform/node/fileSource';
import { medianOf } from './medianOf';
import { wireRecords } from './wireRecords';

const RUNS = 5;

/** Of an event what the plain sides need; `JSON.parse` would keep much more. */
interface PlainEvent {
  readonly status: string;
  readonly action: string;
  readonly jobId: string;
  readonly cycleId: string;
  readonly identity: string;
  readonly code: string;
  readonly durationMs: number;
  readonly timeMs: number;
}

/** The facets that the plain side counts, too. */
const comparedFacets = ['status', 'action', 'jobId', 'cycle', 'code'] as const;

/** Every facet of a log for a query that changes with each run, as with each keystroke. */
export const facetCounts: Side = {
  id: 'facetCounts',
  async run({ file }) {
    const analysis = await analysisOf(file);
    return timed((run) => {
      const found = foundBy(analysis, `duration:>${run}`);
      const counted = analysis.countFacets(found, { limit: 20 });
      const figures = comparedFacets.map((field) => counted.find((facet) => facet.field === field)!.distinct);
      return `${found.count} events, ${figures.join(' ')} values`;
    });
  },
};

/** The same five facets of the fourteen, by maps over objects. */
export const plainFacets: Side = {
  id: 'plainFacets',
  async run({ file }) {
    const events = await plainEvents(file);
    return timed((run) => {
      const found = events.filter(({ durationMs }) => durationMs > run);
      const keys = ['status', 'action', 'jobId', 'cycleId', 'code'] as const;
      const figures = keys.map((key) => countBy(found.map((event) => event[key].toLowerCase())).size);
      return `${found.length} events, ${figures.join(' ')} values`;
    });
  },
};

/** The first order by names, which are texts that hardly repeat; orders that are kept cost nothing. */
export const sortedRows: Side = {
  id: 'sortedRows',
  async run({ file }) {
    const index = await indexOf(file);
    return timed((run) => {
      const analysis = new LogAnalysis(index);
      const sort = { field: 'identity', isDescending: run % 2 === 1 } as const;
      const [first] = analysis.table.page(foundBy(analysis, ''), sort, 0, 1);
      return `first ${analysis.table.row(first!, ['identity']).cells[0]!.toLowerCase()}`;
    });
  },
};

/** `Array.sort` of objects by the same names. */
export const plainSort: Side = {
  id: 'plainSort',
  async run({ file }) {
    const events = await plainEvents(file);
    return timed((run) => {
      const sign = run % 2 === 1 ? -1 : 1;
      const keyed = events.map((event) => ({ event, key: event.identity.toLowerCase() }));
      keyed.sort((a, b) => sign * (a.key < b.key ? -1 : Number(a.key > b.key)));
      return `first ${keyed[0]!.key}`;
    });
  },
};

/** A keystroke: a new filter, all facets, the chart and the first 100 rows. In ms, nothing kept of the query before. */
export const keystroke: Side = {
  id: 'keystroke',
  async run({ file }) {
    const analysis = await analysisOf(file);
    return timed((run) => {
      const found = foundBy(analysis, `action:(create OR update) identity:*${'abcdefghij'[run]!}*`);
      analysis.countFacets(found, { limit: 20 });
      analysis.timeline(found, 120);
      const rows = analysis.table.page(found, { field: 'time', isDescending: true }, 0, 100);
      const cells = Array.from(rows, (row) =>
        analysis.table.row(row, ['time', 'status', 'action', 'identity', 'code']),
      );
      return keystrokeAnswer(found.count, cells.length, cells[0]?.cells[0]);
    });
  },
};

/** The same over objects: five facets of the fourteen, the newest rows by `Array.sort`. */
export const plainKeystroke: Side = {
  id: 'plainKeystroke',
  async run({ file }) {
    const events = await plainEvents(file);
    return timed((run) => {
      const letter = 'abcdefghij'[run]!;
      const found = events.filter(
        ({ action, identity }) => /^(create|update)$/i.test(action) && identity.toLowerCase().includes(letter),
      );
      const keys = ['status', 'action', 'jobId', 'cycleId', 'code'] as const;
      for (const key of keys) countBy(found.map((event) => event[key].toLowerCase()));
      const first = found.reduce((least, { timeMs }) => Math.min(least, timeMs), Infinity);
      const last = found.reduce((most, { timeMs }) => Math.max(most, timeMs), -Infinity);
      const bucketMs = (last - first) / 120 || 1;
      countBy(found.map(({ status, timeMs }) => `${status} ${Math.floor((timeMs - first) / bucketMs)}`));
      const rows = [...found].sort((a, b) => b.timeMs - a.timeMs).slice(0, 100);
      return keystrokeAnswer(found.length, rows.length, rows[0] && new Date(rows[0].timeMs).toISOString());
    });
  },
};

function keystrokeAnswer(events: number, rows: number, newest = 'none'): string {
  return `${events} events, ${rows} rows, the newest of ${newest}`;
}

async function indexOf(file: string) {
  const source = await openFileSource(file);
  const index = await builtIndex(source);
  await source.close();
  return index;
}

/** Asked once before, as a panel does when it is opened: what does not depend on the query is there. */
async function analysisOf(file: string): Promise<LogAnalysis> {
  const analysis = new LogAnalysis(await indexOf(file));
  const all = foundBy(analysis, '');
  analysis.countFacets(all, { limit: 20 });
  analysis.table.page(all, { field: 'time', isDescending: true }, 0, 100);
  return analysis;
}

function foundBy(analysis: LogAnalysis, query: string): FoundRows {
  const result = analysis.run(query);
  if ('fault' in result) throw new Error(result.fault.message);
  return result.found;
}

async function plainEvents(file: string): Promise<readonly PlainEvent[]> {
  return wireRecords(await readFile(file)).map((record) => ({
    status: record.provisioningStatusInfo.status,
    action: record.provisioningAction,
    jobId: record.jobId,
    cycleId: record.cycleId,
    identity: record.sourceIdentity.displayName,
    code: record.provisioningStatusInfo.errorInformation?.errorCode ?? '',
    durationMs: record.durationInMilliseconds,
    timeMs: Date.parse(record.activityDateTime),
  }));
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The median of some runs; the answer is that of the last. */
function timed(task: (run: number) => string): Outcome {
  const times: number[] = [];
  let answer = '';
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    answer = task(run);
    times.push(performance.now() - start);
  }
  return { value: medianOf(times), answer };
}
