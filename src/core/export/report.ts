import type { DurationFigures } from '../analysis/durations';
import type { Findings } from '../analysis/findings/findFindings';
import type { LogAnalysis } from '../analysis/logAnalysis';
import type { FoundRows } from '../analysis/foundRows';
import type { Matrix } from '../analysis/matrix';
import { stillFailing, type StillFailing } from '../analysis/stillFailing';
import type { Timeline } from '../analysis/timeline';
import type { TopErrors } from '../analysis/topErrors';
import { turns } from '../codes/errorCode';
import { type Status, statuses } from '../model';

/** What a report says of where it comes from. */
export interface ReportOrigin {
  /** Names of the log's files. Log text. */
  readonly files: readonly string[];
  /** The filter, `""` without one. Log text. */
  readonly query: string;
  /** When it is made, milliseconds since 1970 UTC. */
  readonly madeAtMs: number;
  /** Of this extension. */
  readonly version: string;
  /** What must be known before counts are trusted: sentences of ours. */
  readonly notices: readonly string[];
  readonly isRedacted: boolean;
}

/** What some events come to: everything that a report in any form shows. Texts are log text. */
export interface Report extends ReportOrigin {
  readonly events: number;
  /** Events of the whole log. */
  readonly allEvents: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  /** First and last event, milliseconds since 1970 UTC; absent when no event has a time. */
  readonly firstTimeMs?: number;
  readonly lastTimeMs?: number;
  readonly timeline: Timeline;
  readonly errors: TopErrors;
  /** Failures by whose turn it is, largest first; turns without any are left out. */
  readonly turns: readonly { readonly title: string; readonly sentence: string; readonly failures: number }[];
  readonly failing: StillFailing;
  readonly jobs: Matrix;
  readonly durations: DurationFigures;
  /** Of the whole log, whatever the events are that the rest is about. */
  readonly findings: Findings;
}

/** So many error codes, jobs, people and groups are listed; how many there are in all is said beside them. */
const MAX_ERRORS = 15;
const MAX_JOBS = 25;
const MAX_FAILING = 50;
/** So many bars fit side by side. */
const MAX_BUCKETS = 72;

/** Works out what the events come to that a query found; the findings are those of the whole log. */
export function makeReport(analysis: LogAnalysis, found: FoundRows, findings: Findings, origin: ReportOrigin): Report {
  const { store } = analysis;
  const timeline = analysis.timeline(found, MAX_BUCKETS);
  const jobs = analysis.matrix(found, 'job', MAX_JOBS);
  const { count, medianMs, p95Ms, longestMs } = analysis.durations(found, 1);
  return {
    ...origin,
    events: found.count,
    allEvents: store.rowCount,
    byStatus: countStatuses(analysis, found),
    ...timeSpan(analysis, found),
    timeline,
    errors: analysis.topErrors(found, MAX_ERRORS),
    turns: countTurns(analysis, found),
    failing: stillFailing(store, found, MAX_FAILING),
    jobs,
    durations: { count, medianMs, p95Ms, longestMs },
    findings,
  };
}

function countStatuses({ store }: LogAnalysis, found: FoundRows): Record<Status, number> {
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;
  const data = store.column('status');
  if (data.kind !== 'dictionary') return counts;
  found.each((row) => {
    counts[data.text(data.entries[row]!) as Status]++;
  });
  return counts;
}

function timeSpan({ store }: LogAnalysis, found: FoundRows): Pick<Report, 'firstTimeMs' | 'lastTimeMs'> {
  const data = store.column('time');
  let first = Infinity;
  let last = -Infinity;
  if (data.kind === 'number') {
    found.each((row) => {
      const time = data.values[row]!;
      if (time < first) first = time;
      if (time > last) last = time;
    });
  }
  return first <= last ? { firstTimeMs: first, lastTimeMs: last } : {};
}

function countTurns({ store }: LogAnalysis, found: FoundRows): Report['turns'] {
  const status = store.column('status');
  const turn = store.column('turn');
  if (status.kind !== 'dictionary' || turn.kind !== 'dictionary') return [];
  const counts = new Uint32Array(turn.size);
  found.each((row) => {
    if (status.text(status.entries[row]!) === 'failure') counts[turn.entries[row]!]!++;
  });
  return Array.from(counts, (failures, entry) => ({ ...turnWords(turn.text(entry)), failures }))
    .filter(({ failures }) => failures > 0)
    .sort((one, other) => other.failures - one.failures);
}

function turnWords(id: string): { title: string; sentence: string } {
  const known = turns.find((turn) => turn.id === id);
  if (known) return { title: known.title, sentence: known.sentence };
  return { title: 'Not known', sentence: 'The error code is not in the catalogue, or there is none.' };
}
