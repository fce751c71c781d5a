import { KEPT_PROBLEMS, type ProblemFact } from '../problem';

/** The problems of a log: the first ones in full, all of them counted. */
export class ProblemLog {
  readonly kept: ProblemFact[] = [];
  count = 0;
  private readonly counts = new Map<string, number>();

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
