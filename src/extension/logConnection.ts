import { CancellationError, type CancellationToken, type Uri } from 'vscode';
import { openChannel, type Channel } from '../protocol/channel';
import type { ColumnMapping } from '../core/formats/csv/tableHeader';
import type { LogApi, LogInfo, LogListener, UnknownTable } from '../protocol/logApi';
import { failed, type Reply, type RequestId } from '../protocol/reply';
import type { LogWorker, Platform } from './platform';
import { UserError } from './report';
import type { MapColumns } from './tableColumns';

/** How a long call is watched and ended. */
export interface LongCall {
  readonly token?: CancellationToken | undefined;
  /** Bytes done of all bytes, and the events found in them where a log is opened. */
  readonly onProgress?: ((done: number, total: number, events?: number) => void) | undefined;
}

/** A long call that opens a log. */
interface OpeningCall extends LongCall {
  /** What can be looked at while the rest is read. */
  readonly onGrow?: (info: LogInfo) => void;
}

/** Asked before a large file is read whole into memory, or unpacked into it; false means: leave it. */
export type ConfirmLarge = (file: Uri, byteLength: number, isUnpacked?: boolean) => Promise<boolean>;

const diedMessage = 'The reader of this log has ended. Reload the log.';
const endedMessage = 'The log was closed, or read again, before this was done. Open it, and try once more.';

/** A worker that serves some files, and the line to it. Whoever connects must dispose. */
export class LogConnection implements LogListener {
  /** The worker's methods; every one answers, also when the worker is dead. */
  readonly api: LogApi;
  private readonly channel: Channel<LogApi>;
  private readonly calls = new Map<RequestId, OpeningCall>();
  private lastRequest = 0;
  /** What calls are answered with once the line is broken off. */
  private brokenOff: string | undefined;
  private ending: Promise<void> | undefined;

  private constructor(
    private readonly worker: LogWorker,
    /** Resolves when the worker ends without having been asked to. */
    readonly died: Promise<void>,
    private readonly files: readonly Uri[],
    private readonly confirm: ConfirmLarge,
    private readonly columns: MapColumns | undefined,
  ) {
    this.channel = openChannel<LogApi>(worker.port, {
      progress: (request, done, total, events) => this.progress(request, done, total, events),
      grew: (request, info) => this.grew(request, info),
      confirmLarge: (file, byteLength) => this.confirmLarge(file, byteLength),
      mapColumns: (file, table) => this.mapColumns(file, table),
    } satisfies LogListener);
    this.api = answering(this.channel.remote, () => this.brokenOff);
    void died.then(() => this.breakOff(diedMessage));
  }

  /**
   * Starts a worker. Rejects in words for the user; with `CancellationError` as soon as it is cancelled: a worker that
   * only comes up then, because the editor was still handing a file over, is ended at once.
   */
  static async connect(
    platform: Platform,
    files: readonly Uri[],
    confirmLarge: ConfirmLarge,
    token?: CancellationToken,
    columns?: MapColumns,
  ): Promise<LogConnection> {
    if (token?.isCancellationRequested === true) throw new CancellationError();
    let onDied: () => void = () => undefined;
    const died = new Promise<void>((resolve) => (onDied = resolve));
    const starting = started(platform.startWorker(files, { confirmLarge, onDied: () => onDied() }));
    const worker = await unlessCancelled(starting, (late) => late.end(), token);
    return new LogConnection(worker, died, files, confirmLarge, columns);
  }

  /** Makes a long call: reports progress, and asks the worker to stop when the token is cancelled. */
  async long<T>(call: (request: RequestId) => Promise<Reply<T>>, options: OpeningCall = {}): Promise<Reply<T>> {
    const request = ++this.lastRequest;
    this.calls.set(request, options);
    const cancel = options.token?.onCancellationRequested(() => void this.api.cancel(request));
    try {
      return await call(request);
    } finally {
      cancel?.dispose();
      this.calls.delete(request);
    }
  }

  progress(request: RequestId, done: number, total: number, events?: number): void {
    this.calls.get(request)?.onProgress?.(done, total, events);
  }

  grew(request: RequestId, info: LogInfo): void {
    this.calls.get(request)?.onGrow?.(info);
  }

  async confirmLarge(file: number, byteLength: number): Promise<boolean> {
    const origin = this.files[file];
    return origin !== undefined && (await this.confirm(origin, byteLength, true));
  }

  async mapColumns(file: number, table: UnknownTable): Promise<ColumnMapping | undefined> {
    const origin = this.files[file];
    return origin && this.columns?.(origin, table);
  }

  /** Ends the worker; calls that wait are answered with a failure. Resolves when the worker is gone. */
  end(): Promise<void> {
    this.breakOff(endedMessage);
    this.ending ??= this.worker.end();
    return this.ending;
  }

  private breakOff(message: string): void {
    if (this.brokenOff !== undefined) return;
    this.brokenOff = message;
    this.channel.close(message);
  }
}

/** What stops a worker from starting is said in words for the user, but by a layer that has no `UserError`. */
async function started(worker: Promise<LogWorker>): Promise<LogWorker> {
  try {
    return await worker;
  } catch (error) {
    throw error instanceof CancellationError || !(error instanceof Error) ? error : new UserError(error.message);
  }
}

/** What a promise comes to, unless the token is cancelled before: then what comes late is handed to `discard`. */
async function unlessCancelled<T>(
  promise: Promise<T>,
  discard: (late: T) => Promise<void>,
  token: CancellationToken | undefined,
): Promise<T> {
  if (token === undefined) return promise;
  let listener: { dispose(): void } | undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    listener = token.onCancellationRequested(() => resolve(undefined));
  });
  const result = await Promise.race([promise.then((value) => ({ value })), cancelled]);
  listener?.dispose();
  if (result !== undefined && !token.isCancellationRequested) return result.value;
  const gone = promise.then(discard);
  // Of one that fails to start nothing is left either.
  gone.catch(() => undefined);
  if (result !== undefined) await gone;
  throw new CancellationError();
}

/** The same methods, but a broken line becomes a failed answer instead of a rejection. */
function answering(remote: LogApi, brokenOff: () => string | undefined): LogApi {
  return new Proxy(Object.create(null) as LogApi, {
    get(_, name) {
      // A promise that resolves to this object asks it for `then`.
      if (typeof name !== 'string' || name === 'then') return undefined;
      const methods = remote as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await methods[name]?.(...args);
        } catch (error) {
          return failed(brokenOff() ?? (error instanceof Error ? error.message : diedMessage));
        }
      };
    },
  });
}
