import type { DigestError, DigestJob, LogDigest } from './logDigest';

/** What changed from one log to another. */
export interface LogComparison {
  readonly before: LogDigest;
  readonly after: LogDigest;
  /** Errors of the second log only, most frequent first. */
  readonly newErrors: readonly DigestError[];
  /** Errors of the first log only. */
  readonly resolvedErrors: readonly DigestError[];
  /** Errors of both. */
  readonly continuingErrors: readonly { readonly before: DigestError; readonly after: DigestError }[];
  /** Every job of either log, those whose number of events changed the most first. */
  readonly jobs: readonly JobShift[];
  /** Attributes that only one of the logs modified. */
  readonly newAttributes: readonly string[];
  readonly goneAttributes: readonly string[];
  /** What must be known before anything is concluded, in sentences. */
  readonly cautions: readonly string[];
}

/** One job in both logs; a side is absent where it has no event there. */
export interface JobShift {
  readonly name: string;
  readonly before?: DigestJob;
  readonly after?: DigestJob;
}

/** Compares two logs, the earlier one first. Jobs are known by their IDs, codes and attributes by their names, ignoring case. */
export function compareLogs(before: LogDigest, after: LogDigest): LogComparison {
  const [earlier, later] = [byKey(before.errors, errorKey), byKey(after.errors, errorKey)];
  const attributes = [before, after].map((digest) => byKey(digest.attributes, ({ name }) => name.toLowerCase()));
  const [had, has] = [attributes[0]!, attributes[1]!];
  return {
    before,
    after,
    newErrors: [...later]
      .filter(([key]) => !earlier.has(key))
      .map(([, error]) => error)
      .sort(mostFirst),
    resolvedErrors: [...earlier]
      .filter(([key]) => !later.has(key))
      .map(([, error]) => error)
      .sort(mostFirst),
    continuingErrors: [...later]
      .flatMap(([key, error]) => (earlier.has(key) ? [{ before: earlier.get(key)!, after: error }] : []))
      .sort((a, b) => mostFirst(a.after, b.after)),
    jobs: jobShifts(before, after),
    newAttributes: [...has].filter(([key]) => !had.has(key)).map(([, { name }]) => name),
    goneAttributes: [...had].filter(([key]) => !has.has(key)).map(([, { name }]) => name),
    cautions: cautionsOf(before, after),
  };
}

function jobShifts(before: LogDigest, after: LogDigest): readonly JobShift[] {
  const key = ({ jobId, name }: DigestJob) => (jobId || name).toLowerCase();
  const [earlier, later] = [byKey(before.jobs, key), byKey(after.jobs, key)];
  const keys = new Set([...later.keys(), ...earlier.keys()]);
  const shifts = [...keys].map((job): JobShift => {
    const [was, is] = [earlier.get(job), later.get(job)];
    return { name: (is ?? was)!.name, ...(was && { before: was }), ...(is && { after: is }) };
  });
  const shift = (job: JobShift) => Math.abs((job.after?.events ?? 0) - (job.before?.events ?? 0));
  return shifts.sort((a, b) => shift(b) - shift(a));
}

function cautionsOf(before: LogDigest, after: LogDigest): readonly string[] {
  const cautions: string[] = [];
  if (before.onlyStatus !== after.onlyStatus) {
    cautions.push(
      'One of the logs holds events of one status only and was probably filtered: counts and shares cannot be compared.',
    );
  }
  const spans = [before, after].map(({ firstTimeMs = NaN, lastTimeMs = NaN }) => lastTimeMs - firstTimeMs);
  const [short, long] = [Math.min(...spans), Math.max(...spans)];
  if (Number.isNaN(short)) cautions.push('One of the logs holds no times, so how long a time it covers is not known.');
  else if (long > 1.5 * short) {
    cautions.push('The logs cover times of different length: more events may only mean more time.');
  }
  if ((before.lastTimeMs ?? -Infinity) >= (after.firstTimeMs ?? Infinity)) {
    cautions.push('The logs overlap in time: some events may stand in both.');
  }
  cautions.push('An error that is gone may be held back by the filters of the download.');
  return cautions;
}

function errorKey({ code, cluster }: DigestError): string {
  return code === '' ? `cluster ${cluster}` : `code ${code.toLowerCase()}`;
}

function mostFirst(a: DigestError, b: DigestError): number {
  return b.failures - a.failures;
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}
