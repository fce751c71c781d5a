import { CancellationError, CancellationTokenSource, type CancellationToken } from 'vscode';
import type { LongCall } from './logConnection';

/**
 * One run that several callers wait for. Each may give up on its own; the run is cancelled when the last one has, and a
 * result that then arrives all the same is handed to `discard`.
 */
export class SharedOpening<T> {
  private readonly source = new CancellationTokenSource();
  private readonly listeners = new Set<NonNullable<LongCall['onProgress']>>();
  private readonly result: Promise<T>;
  private waiting = 0;
  private isTaken = false;

  constructor(
    run: (call: Required<LongCall>) => Promise<T>,
    private readonly discard: (result: T) => void,
  ) {
    this.result = run({
      token: this.source.token,
      onProgress: (done, total, events) => {
        for (const listener of this.listeners) listener(done, total, events);
      },
    });
    // Whoever waits hears of it; without anybody waiting there is nobody to tell.
    this.result.catch(() => undefined);
  }

  /** True when all who waited have given up: wait for another run instead. */
  get isCancelled(): boolean {
    return this.source.token.isCancellationRequested;
  }

  /** Resolves with the run's result, or rejects with `CancellationError` when this caller's token is cancelled. */
  async wait(call: LongCall): Promise<T> {
    this.waiting++;
    if (call.onProgress !== undefined) this.listeners.add(call.onProgress);
    const given = givenUp(call.token);
    try {
      const result = await Promise.race([this.result, given.promise]);
      this.isTaken = true;
      return result;
    } finally {
      this.waiting--;
      given.dispose();
      if (call.onProgress !== undefined) this.listeners.delete(call.onProgress);
      if (this.waiting === 0 && !this.isTaken) await this.cancel();
    }
  }

  /** Resolves when the run has cleaned up after itself. */
  private async cancel(): Promise<void> {
    this.source.cancel();
    const late = await this.result.catch(() => undefined);
    if (late !== undefined) this.discard(late);
    this.source.dispose();
  }
}

/** A promise that rejects when the token is cancelled. */
function givenUp(token: CancellationToken | undefined): { promise: Promise<never>; dispose(): void } {
  let listener: { dispose(): void } | undefined;
  const promise = new Promise<never>((_, reject) => {
    if (token?.isCancellationRequested === true) reject(new CancellationError());
    listener = token?.onCancellationRequested(() => reject(new CancellationError()));
  });
  promise.catch(() => undefined);
  return { promise, dispose: () => listener?.dispose() };
}
