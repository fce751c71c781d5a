import { KEPT_PROBLEMS, type ProblemFact } from '../problem';

/** The problems of a log: the first ones in full, all of them counted. */
export class ProblemLog {
  readonly kept: ProblemFact[];
  count: number;
  private readonly counts: Map<string, number>;

  /** Empty, or with what another log had: those it kept in full, and all by code. */
  constructor(kept: readonly ProblemFact[] = [], countByCode: Iterable<readonly [string, number]> = []) {
    this.kept = [...kept];
    this.counts = new Map(countByCode);
    this.count = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  add(problem: ProblemFact): void {
    this.count++;
    this.counts.set(problem.code, (this.counts.get(problem.code) ?? 0) + 1);
    if (this.kept.length < KEPT_PROBLEMS) this.kept.push(problem);
  }

  /** How many problems there are of each code. */
  get countByCode(): ReadonlyMap<string, number> {
    return this.counts;
  }
}
