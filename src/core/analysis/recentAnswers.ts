/** Answers that may be asked for again soon: the last few of them are kept. */
export class RecentAnswers<T> {
  /** In the order of their last use. */
  private readonly kept = new Map<string, T>();

  constructor(private readonly limit: number) {}

  /** The answer to a question; worked out when it is not kept. */
  get(question: string, workOut: () => T): T {
    const answer = this.kept.has(question) ? this.kept.get(question)! : workOut();
    this.kept.delete(question);
    this.kept.set(question, answer);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.limit) break;
      this.kept.delete(oldest);
    }
    return answer;
  }

  /** Forgets all answers. */
  clear(): void {
    this.kept.clear();
  }
}
