import type { Status } from '../../model';
import type { LogAnalysis } from '../logAnalysis';
import { findBias } from '../findings/bias';
import { FindingContext } from '../findings/findingContext';
import { numberValues } from '../../index/numberValues';
import { enumColumn } from '../../index/enumColumn';
import { statuses } from '../../model';

/** What a log is compared by: figures, and the names of errors, jobs and attributes. Texts are log text. */
export interface LogDigest {
  readonly events: number;
  /** Milliseconds since 1970 UTC; absent when no event has a time. */
  readonly firstTimeMs?: number;
  readonly lastTimeMs?: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  /** The one status that all events have: the download was probably filtered by it. */
  readonly onlyStatus?: Status;
  readonly errors: readonly DigestError[];
  readonly jobs: readonly DigestJob[];
  /** Attributes that events modified, by name. */
  readonly attributes: readonly { readonly name: string; readonly events: number }[];
}

/** Failures with one code; of failures without one, with one masked reason. */
export interface DigestError {
  readonly code: string;
  /** The masked reason, for failures without a code. */
  readonly cluster: string;
  readonly failures: number;
  readonly objects: number;
}

/** One job. */
export interface DigestJob {
  readonly jobId: string;
  readonly name: string;
  readonly events: number;
  readonly failures: number;
  /** How long its events took; absent when no event says. */
  readonly medianMs?: number;
  readonly p95Ms?: number;
}

/** So many clusters of failures without a code are compared, the largest. */
const MAX_CLUSTERS = 200;

/** Digests a whole log. */
export function digestLog(analysis: LogAnalysis): LogDigest {
  const result = analysis.run('');
  if (!('found' in result)) throw new Error('The empty query is a good query.');
  const { found } = result;
  const context = new FindingContext(analysis, () => Promise.resolve(undefined));
  const { onlyStatus } = findBias(context);
  const matrix = analysis.matrix(found, 'job', Infinity);
  const durations = new Map(analysis.durations(found, 0).jobs.map((job) => [job.jobId, job]));
  const times = matrix.groups.flatMap(({ firstTimeMs, lastTimeMs }) => [firstTimeMs, lastTimeMs]);
  const known = times.filter((time) => time !== undefined);
  return {
    events: found.count,
    ...(known.length > 0 && { firstTimeMs: Math.min(...known), lastTimeMs: Math.max(...known) }),
    byStatus: countStatuses(analysis),
    ...(onlyStatus && { onlyStatus }),
    errors: [...codesOf(analysis), ...clustersOf(analysis, context)],
    jobs: matrix.groups.map(({ key, job, events, counts }) => {
      const taken = durations.get(key);
      const failures = Object.values(counts).reduce((sum, byStatus) => sum + (byStatus.failure ?? 0), 0);
      return {
        jobId: key,
        name: job,
        events,
        failures,
        ...(taken && { medianMs: taken.medianMs, p95Ms: taken.p95Ms }),
      };
    }),
    attributes: analysis
      .countFacet('attribute', found, { limit: Infinity })
      .values.filter(({ value }) => value !== '')
      .map(({ value, count }) => ({ name: value, events: count })),
  };
}

function countStatuses({ store }: LogAnalysis): Record<Status, number> {
  const { entries, wordOf } = enumColumn(store, 'status', statuses);
  const counts: Record<Status, number> = { success: 0, failure: 0, skipped: 0, warning: 0, unknown: 0 };
  for (let row = 0; row < store.rowCount; row++) counts[statuses[wordOf[entries[row]!]!]!]++;
  return counts;
}

function codesOf(analysis: LogAnalysis): DigestError[] {
  const result = analysis.run('status:failure code:*');
  if (!('found' in result)) return [];
  const { errors } = analysis.topErrors(result.found, Infinity);
  return errors.map(({ code, failures, objects }) => ({ code, cluster: '', failures, objects }));
}

function clustersOf(analysis: LogAnalysis, context: FindingContext): DigestError[] {
  const { store } = analysis;
  const result = analysis.run('status:failure code:""');
  if (!('found' in result) || result.found.count === 0) return [];
  const clusters = numberValues(store.column('cluster'), store.rowCount);
  const counts = new Map<number, { failures: number; objects: Set<number> }>();
  result.found.each((row) => {
    const entry = clusters.entries[row]!;
    const known = counts.get(entry) ?? { failures: 0, objects: new Set() };
    known.failures++;
    const object = context.objects.entries[row]!;
    if (object !== 0) known.objects.add(object);
    counts.set(entry, known);
  });
  return [...counts]
    .sort(([, a], [, b]) => b.failures - a.failures)
    .slice(0, MAX_CLUSTERS)
    .map(([entry, { failures, objects }]) => ({
      code: '',
      cluster: clusters.text(entry),
      failures,
      objects: objects.size,
    }));
}
