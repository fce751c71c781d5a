import type { CancellationToken, Uri } from 'vscode';
import type { EventSummary, LogSummary, ProvisioningEvent } from '../core/model';
import { KEPT_PROBLEMS, type Problem } from '../core/problem';
import type { RowSummary } from '../protocol/logApi';
import type { LogShare, OpenLogs } from './openLogs';
import { UserError, valueOf } from './report';

/** What `activate` returns to other extensions. */
export interface ProvisioningLogApi {
  /** Grows by 1 when something here breaks; additions do not count. */
  readonly apiVersion: number;
  /**
   * Opens one log of all files and resolves when it is indexed. Shows nothing and takes no focus; shares an index that
   * is open already. Rejects with an `Error` whose message is for the user.
   */
  open(
    files: readonly Uri[],
    options?: { token?: CancellationToken; onProgress?(done: number, total: number): void },
  ): Promise<OpenLog>;
}

/** An open log, as other extensions see it. */
export interface OpenLog {
  readonly files: readonly Uri[];
  readonly format: string;
  readonly eventCount: number;
  /** The first 1,000 problems at most. */
  readonly problems: readonly (Problem & InArchive)[];
  readonly problemCount: number;
  /** Counts by job, status, action and error code. */
  summary(): Promise<LogSummary>;
  /**
   * Events that match, in file order; all events without a query. `limit` is 100 when it is not given and 10,000 at
   * most. Rejects with an `Error` that carries `start` and `end` when the query is broken.
   */
  find(
    query?: string,
    page?: { offset: number; limit: number },
  ): Promise<{ total: number; events: (EventSummary & InArchive)[] }>;
  /** The event with a key, or undefined. */
  event(key: string): Promise<(ProvisioningEvent & InArchive) | undefined>;
  /** Gives this caller's share of the log up. */
  close(): void;
}

/** Where an event or a problem stands when `file` is an archive of several files: its offsets count bytes of one of them. */
export interface InArchive {
  /** The file inside the archive, by its name as it can be shown. */
  readonly entry?: string;
}

const MAX_PAGE = 10_000;

/** Makes the API over the logs of this window. */
export function makeApi(logs: OpenLogs): ProvisioningLogApi {
  return {
    apiVersion: 1,
    async open(files, options = {}) {
      if (!Array.isArray(files) || files.length === 0) throw new UserError('No file was given to open.');
      // Whoever calls has decided already; a question here would have no face.
      const confirmLarge = () => Promise.resolve(true);
      const onProgress = (done: number, total: number) => options.onProgress?.(done, total);
      const { token } = options;
      const share = await logs.share([...(files as readonly Uri[])], { token, onProgress, confirmLarge });
      try {
        return await SharedLog.of(share);
      } catch (error) {
        share.close();
        throw error;
      }
    },
  };
}

class SharedLog implements OpenLog {
  private isClosed = false;

  private constructor(
    private readonly share: LogShare,
    private kept: readonly Problem[],
  ) {
    share.log.onDidReload(() => void this.readProblems());
  }

  static async of(share: LogShare): Promise<SharedLog> {
    return new SharedLog(share, valueOf(await share.log.api.problems({ offset: 0, limit: KEPT_PROBLEMS })));
  }

  get files(): readonly Uri[] {
    return this.share.log.files;
  }

  get format(): string {
    return this.share.log.info.format;
  }

  get eventCount(): number {
    return this.share.log.info.eventCount;
  }

  get problems(): readonly (Problem & InArchive)[] {
    const { log } = this.share;
    return this.kept.map((problem) => outside(problem, log));
  }

  get problemCount(): number {
    return this.share.log.info.problemCount;
  }

  async summary(): Promise<LogSummary> {
    return valueOf(await this.log().api.summary());
  }

  async find(
    query = '',
    { offset, limit } = { offset: 0, limit: 100 },
  ): Promise<{ total: number; events: (EventSummary & InArchive)[] }> {
    if (!isCount(offset) || !isCount(limit) || limit > MAX_PAGE) {
      throw new UserError(`A page needs a whole offset from 0 and a limit from 0 to ${MAX_PAGE}.`);
    }
    const log = this.log();
    const { total, events } = valueOf(await log.api.find(query, { offset, limit }));
    return { total, events: events.map((event) => outside(withoutRow(event), log)) };
  }

  async event(key: string): Promise<(ProvisioningEvent & InArchive) | undefined> {
    const log = this.log();
    const row = valueOf(await log.api.rowOf(key));
    return row === undefined ? undefined : outside(valueOf(await log.event(row)), log);
  }

  close(): void {
    this.isClosed = true;
    this.share.close();
  }

  private log(): LogShare['log'] {
    if (this.isClosed) throw new UserError('This log was closed. Open it again to ask more of it.');
    return this.share.log;
  }

  private async readProblems(): Promise<void> {
    const reply = await this.share.log.api.problems({ offset: 0, limit: KEPT_PROBLEMS });
    if (reply.ok) this.kept = reply.value;
  }
}

/** Outside, files are counted as they were opened, and what an archive holds goes by its name. */
function outside<T extends { readonly file?: number }>(placed: T, log: LogShare['log']): T & InArchive {
  const content = placed.file === undefined ? undefined : log.info.files[placed.file];
  if (content === undefined) return placed;
  const { origin, entry } = content;
  return { ...placed, file: origin, ...(entry !== undefined && { entry }) };
}

/** Rows change when a log is reloaded: they are nothing to build on from outside. */
function withoutRow(event: RowSummary): EventSummary {
  const summary: EventSummary & { row?: number } = { ...event };
  delete summary.row;
  return summary;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
