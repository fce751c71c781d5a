import { CancellationError, EventEmitter, type Disposable, type Uri } from 'vscode';
import type { ObjectIds } from '../core/analysis/story/objectIds';
import type { ErrorCode } from '../core/codes/errorCode';
import type { ColumnMapping } from '../core/formats/csv/tableHeader';
import type { Grouping } from '../core/groupings/grouping';
import { groupings } from '../core/groupings/groupings';
import type { Findings } from '../core/analysis/findings/findFindings';
import type { ProvisioningEvent } from '../core/model';
import { parseQuery } from '../core/query/parseQuery';
import type { Story } from '../protocol/analysisApi';
import type { FileContent, LogApi, LogInfo, LogView, PrettifyJob, PrettifyResult } from '../protocol/logApi';
import { failed, type Reply, type RequestId } from '../protocol/reply';
import { filesLabel } from './fileLabel';
import { watchFiles } from './fileWatch';
import { LogConnection, type ConfirmLarge, type LongCall } from './logConnection';
import type { Platform } from './platform';
import { UserError, valueOf } from './report';
import type { MapColumns, TableAnswers } from './tableColumns';
import { endedStaleness, findStaleness, stampAll, type Staleness, type StampedFile } from './staleness';

/** How a log is opened. */
export interface IndexOptions extends LongCall {
  /** Nobody is asked, and a large file is left, when this is absent. */
  readonly confirmLarge?: ConfirmLarge | undefined;
  /** Asked about a table whose columns are not recognised; only what is remembered counts when this is absent. */
  readonly mapColumns?: MapColumns | undefined;
  /** Knows what was said about columns before. */
  readonly rememberedColumns?: MapColumns | undefined;
  /** Called once when a part of the log can be looked at while the rest is read; a log that is read soon has no part. */
  readonly onPartial?: ((log: OpenLog) => void) | undefined;
}

/** What reading the files once came to, or has come to so far. */
interface Indexed {
  readonly connection: LogConnection;
  readonly info: LogInfo;
  readonly stamped: readonly StampedFile[];
  readonly tables: TableAnswers;
}

/**
 * One open log: the worker that holds its index, and whether its files are still what was indexed. Can be asked while the
 * rest of it is read (`info.isPartial`). Stays the same object when the log is reloaded; rows are then other rows, keys
 * are still keys. `dispose` ends the worker.
 */
export class OpenLog implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly grown = new EventEmitter<void>();
  private readonly reloaded = new EventEmitter<void>();
  private readonly filterChanged = new EventEmitter<void>();
  private readonly groupingChanged = new EventEmitter<void>();
  private readonly codesChanged = new EventEmitter<void>();
  /** More of the log is read, or all of it: counts and lists are longer, rows are the same. */
  readonly onDidGrow = this.grown.event;
  /** The log became stale, or is no longer. */
  readonly onDidChangeStaleness = this.changed.event;
  /** The files were read again: everything that was asked before is void. */
  readonly onDidReload = this.reloaded.event;
  /** Other events than before are looked at. */
  readonly onDidChangeFilter = this.filterChanged.event;
  /** The events are grouped otherwise than before. */
  readonly onDidChangeGrouping = this.groupingChanged.event;
  /** The user's own error codes are others: whose turn it is may be somebody else's, rows are the same. */
  readonly onDidChangeCodes = this.codesChanged.event;

  private readonly watcher: Disposable;
  private reloading: Promise<void> | undefined;
  private currentStaleness: Staleness | undefined;
  private currentFilter = '';
  private currentGrouping: Grouping = groupings[0]!;
  private isDisposed = false;

  private constructor(
    readonly files: readonly Uri[],
    private readonly platform: Platform,
    private indexed: Indexed,
    private readonly rememberedColumns: MapColumns | undefined,
  ) {
    this.watcher = watchFiles(files, () => void this.checkFiles());
    this.noticeDeath();
  }

  /** Reads the files in a worker. Rejects in words for the user, or with `CancellationError`; no worker is left then. */
  static async open(files: readonly Uri[], platform: Platform, options: IndexOptions): Promise<OpenLog> {
    let log: OpenLog | undefined;
    try {
      const indexed = await index(files, platform, options, (partial) => {
        if (log === undefined)
          options.onPartial?.((log = new OpenLog(files, platform, partial, options.rememberedColumns)));
        else log.grow(partial);
      });
      if (log === undefined) return new OpenLog(files, platform, indexed, options.rememberedColumns);
      log.complete(indexed);
      return log;
    } catch (error) {
      log?.dispose();
      throw error;
    }
  }

  /** The file's name, with the number of further files; with the entry's where an archive holds one log. Not harmless yet. */
  get name(): string {
    const [content, ...others] = this.info.files;
    return content !== undefined && others.length === 0 ? content.name : filesLabel(this.files);
  }

  /** What was known as soon as the log was indexed, or is known of the part that is. */
  get info(): LogInfo {
    return this.indexed.info;
  }

  /** The worker. Never rejects. Ask it anew after a reload: do not keep it. */
  get api(): LogApi {
    return this.indexed.connection.api;
  }

  /** What was said about tables whose columns are not recognised, when the files were read. */
  get tables(): TableAnswers {
    return this.indexed.tables;
  }

  /** The content that a text document of a file shows, as `file` counts them; undefined for archives. */
  contentOf(file: Uri): number | undefined {
    const address = file.toString();
    const found = this.info.files.findIndex(
      ({ origin, form }) => form !== 'unpacked' && this.files[origin]?.toString() === address,
    );
    return found < 0 ? undefined : found;
  }

  /** Why what is shown may be out of date; undefined when nothing is known against it. */
  get staleness(): Staleness | undefined {
    return this.currentStaleness;
  }

  /** The events that the user looks at, as a query that holds no fault; `""` for all of them. */
  get filter(): string {
    return this.currentFilter;
  }

  /** What of the log is looked at. */
  get view(): LogView {
    return { query: this.currentFilter, grouping: this.currentGrouping.id };
  }

  /** By what the events are grouped. */
  get grouping(): Grouping {
    return this.currentGrouping;
  }

  /** Groups the events by one of `groupings`. An id that none of them has is ignored. */
  setGrouping(id: string): void {
    const grouping = groupings.find((candidate) => candidate.id === id);
    if (this.isDisposed || grouping === undefined || grouping === this.currentGrouping) return;
    this.currentGrouping = grouping;
    this.groupingChanged.fire();
  }

  /** Tells the worker the user's own error codes, which say whose turn it is before the catalogue does. */
  useCodes(own: readonly ErrorCode[]): void {
    if (this.isDisposed) return;
    // The worker hears of them before whatever is asked next.
    void this.api.useCodes(own);
    this.codesChanged.fire();
  }

  /** Looks at the events that match a query. Throws in words for the user, with the place, when the query is broken. */
  setFilter(text: string): void {
    const query = text.trim();
    const [fault] = parseQuery(query).errors;
    if (fault !== undefined) throw new UserError(fault.message, fault);
    if (this.isDisposed || query === this.currentFilter) return;
    this.currentFilter = query;
    this.filterChanged.fire();
  }

  /** Reads one record, after a look at the file: a record of a changed file would be something else. */
  async event(row: number): Promise<Reply<ProvisioningEvent>> {
    const staleness = await this.checkFiles();
    if (staleness !== undefined && !this.isHeld) return failed(staleness.message);
    return this.api.event(row);
  }

  /** Makes a long call to the worker: reports progress, and asks it to stop when the token is cancelled. */
  long<T>(call: (api: LogApi, request: RequestId) => Promise<Reply<T>>, options: LongCall = {}): Promise<Reply<T>> {
    return this.indexed.connection.long((request) => call(this.api, request), options);
  }

  /** What the files hold; see `LogApi.contents`. */
  contents(options: LongCall = {}): Promise<Reply<readonly FileContent[]>> {
    return this.indexed.connection.long((request) => this.api.contents(request), options);
  }

  /** Formats one of the files; see `LogApi.prettify`. */
  prettify(job: PrettifyJob, options: LongCall = {}): Promise<Reply<PrettifyResult>> {
    return this.indexed.connection.long((request) => this.api.prettify(request, job), options);
  }

  /** Tells what happened to an object; see `AnalysisApi.story`. */
  story(ids: ObjectIds, limit: number, options: LongCall = {}): Promise<Reply<Story>> {
    return this.indexed.connection.long((request) => this.api.story(request, ids, limit), options);
  }

  /** Looks for what is worth knowing; see `AnalysisApi.findings`. */
  findings(options: LongCall = {}): Promise<Reply<Findings>> {
    return this.indexed.connection.long((request) => this.api.findings(request), options);
  }

  /** Compares the files with what was indexed. */
  async checkFiles(): Promise<Staleness | undefined> {
    if (this.currentStaleness?.kind === 'ended') return this.currentStaleness;
    const { stamped } = this.indexed;
    const found = await findStaleness(this.platform, stamped);
    // A reload may have come in between.
    if (stamped === this.indexed.stamped && !this.isDisposed) this.setStaleness(found);
    return this.currentStaleness;
  }

  /** Reads the files again. The old index stays when that fails. A log that is still being read is left alone. */
  reload(options: IndexOptions = {}): Promise<void> {
    if (this.info.isPartial === true) return Promise.resolve();
    this.reloading ??= this.readAgain(options).finally(() => {
      this.reloading = undefined;
    });
    return this.reloading;
  }

  /** Ends the worker. */
  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.watcher.dispose();
    void this.indexed.connection.end();
    this.changed.dispose();
    this.grown.dispose();
    this.reloaded.dispose();
    this.filterChanged.dispose();
    this.groupingChanged.dispose();
    this.codesChanged.dispose();
  }

  /** Bytes that were moved into the worker can still be read when the file has changed or is gone. */
  private get isHeld(): boolean {
    return this.platform.name === 'web' || this.files.every((file) => file.scheme !== 'file');
  }

  private grow(indexed: Indexed): void {
    if (this.isDisposed) return;
    this.indexed = indexed;
    this.grown.fire();
  }

  /** All is read. Where records stood in the log twice, rows have moved up. */
  private complete(indexed: Indexed): void {
    this.grow(indexed);
    if (!this.isDisposed && indexed.info.repeatCount > 0) this.reloaded.fire();
  }

  private async readAgain(options: IndexOptions): Promise<void> {
    const old = this.indexed;
    const { rememberedColumns } = this;
    const fresh = await index(this.files, this.platform, { rememberedColumns, ...options });
    if (this.isDisposed) {
      await fresh.connection.end();
      throw new CancellationError();
    }
    this.indexed = fresh;
    this.noticeDeath();
    this.setStaleness(undefined);
    this.reloaded.fire();
    await old.connection.end();
  }

  private noticeDeath(): void {
    const { connection } = this.indexed;
    void connection.died.then(() => {
      if (this.indexed.connection === connection) this.setStaleness(endedStaleness);
    });
  }

  private setStaleness(staleness: Staleness | undefined): void {
    if (this.isDisposed || staleness?.message === this.currentStaleness?.message) return;
    this.currentStaleness = staleness;
    this.changed.fire();
  }
}

const leaveLarge: ConfirmLarge = () => Promise.resolve(false);

/** Starts a worker and lets it read the files. A cancelled or failed run leaves no worker. */
async function index(
  files: readonly Uri[],
  platform: Platform,
  options: IndexOptions,
  onGrow?: (indexed: Indexed) => void,
): Promise<Indexed> {
  const stamped = await stampAll(platform, files);
  const tables = new Map<string, ColumnMapping | undefined>();
  const answer = options.mapColumns ?? options.rememberedColumns;
  const connection = await LogConnection.connect(
    platform,
    files,
    options.confirmLarge ?? leaveLarge,
    options.token,
    async (file, table) => {
      const mapping = await answer?.(file, table);
      tables.set(table.key, mapping);
      return mapping;
    },
  );
  // Ending the worker is the surest way to stop it, and nothing it holds is wanted any more.
  const cancel = options.token?.onCancellationRequested(() => void connection.end());
  try {
    const reply = await connection.long((request) => connection.api.open(request), {
      onProgress: options.onProgress,
      onGrow: (info) => {
        if (options.token?.isCancellationRequested !== true) onGrow?.({ connection, info, stamped, tables });
      },
    });
    if (options.token?.isCancellationRequested === true) throw new CancellationError();
    return { connection, info: valueOf(reply), stamped, tables };
  } catch (error) {
    await connection.end();
    throw error;
  } finally {
    cancel?.dispose();
  }
}
