import type { RequestId } from '../protocol/reply';

/** The long calls that run, so that they can be told to end. */
export class Requests {
  private readonly running = new Map<RequestId, { aborted: boolean }>();
  private readonly ends = new Set<Promise<unknown>>();

  /** Runs a long call with its signal. */
  async run<T>(request: RequestId, task: (signal: { readonly aborted: boolean }) => Promise<T>): Promise<T> {
    const signal = { aborted: false };
    this.running.set(request, signal);
    const end = task(signal);
    this.ends.add(end);
    try {
      return await end;
    } finally {
      this.ends.delete(end);
      this.running.delete(request);
    }
  }

  /** Tells a call to end; an unknown one is ignored. */
  cancel(request: RequestId): void {
    const signal = this.running.get(request);
    if (signal) signal.aborted = true;
  }

  /** Tells all calls to end and waits until they have. */
  async end(): Promise<void> {
    for (const signal of this.running.values()) signal.aborted = true;
    await Promise.allSettled(this.ends);
  }
}
