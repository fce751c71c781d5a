import { latestFailures } from '../core/analysis/latestFailures';
import { sameObject } from '../core/analysis/sameObject';
import type { ErrorCode } from '../core/codes/errorCode';
import type { ColumnId } from '../core/columns/columns';
import { detectFormat } from '../core/formats/detectFormat';
import { HEAD_BYTES } from '../core/formats/fileHead';
import type { TreeNode } from '../core/groupings/treeNode';
import type { IdOwner, ValueUse } from '../core/hover/hoverFacts';
import { idOwners, valueUse } from '../core/hover/storeFacts';
import type { LogSummary, ProvisioningEvent } from '../core/model';
import type { Problem } from '../core/problem';
import { memorySource, type ByteSource } from '../core/scan/byteSource';
import type {
  ExportJob,
  ExportResult,
  RedactionPreview,
  SupportPackJob,
  SupportPackResult,
} from '../protocol/exportApi';
import type {
  FileContent,
  LogApi,
  LogInfo,
  LogListener,
  LogView,
  ObjectEvents,
  Page,
  PrettifyJob,
  PrettifyResult,
  RecordRange,
  RowSummary,
  StoredState,
} from '../protocol/logApi';
import { cancelled, failed, ok, type Reply, type RequestId } from '../protocol/reply';
import { AnalysisServer, MAX_PAGE } from './analysisServer';
import { exportEvents } from './exportEvents';
import { LogFiles, type Watch } from './logFiles';
import { OpenedLog } from './openedLog';
import { packForSupport } from './packForSupport';
import { prettifyFile } from './prettifyFile';
import { previewRedaction } from './previewRedaction';
import { Requests } from './requests';
import type { WorkerPlatform } from './workerPlatform';

/** At most so many bytes in one answer of `bytes`. */
const MAX_BYTES = 64 * 1024;

const wholeLog: LogView = { query: '' };
const noJson = 'This file is a table, not JSON: there is nothing to prettify. Single events can be opened as text.';
const noSuchRow = failed('This event is not in the log. Reload the log.');

/** Serves one log. No call rejects: what goes wrong is answered in words for the user. */
export class LogServer extends AnalysisServer implements LogApi {
  private readonly requests = new Requests();
  private readonly files: LogFiles;
  private log: OpenedLog | undefined;
  private codes: readonly ErrorCode[] = [];

  constructor(
    private readonly platform: WorkerPlatform,
    private readonly listener: LogListener,
  ) {
    super();
    this.files = new LogFiles(platform, listener);
  }

  open(request: RequestId): Promise<Reply<LogInfo>> {
    return this.long(request, async (watch) => {
      const onPartial = (partial: OpenedLog): void => {
        this.setLog(partial);
        this.listener.grew(request, partial.info);
      };
      const opened = await OpenedLog.open(this.files, this.platform, {
        ...watch,
        onPartial,
        mapColumns: (file, table) => this.listener.mapColumns(file, table),
      });
      this.setLog(opened.ok ? opened.value : undefined);
      if (opened.ok) return ok(opened.value.info);
      // What was unpacked for a log that is not there would stay until the worker ends.
      await this.files.close();
      return opened;
    });
  }

  stored(): Promise<Reply<StoredState>> {
    return this.ask(async (log) => ok(await log.stored));
  }

  cancel(request: RequestId): Promise<void> {
    this.requests.cancel(request);
    return Promise.resolve();
  }

  contents(request: RequestId): Promise<Reply<readonly FileContent[]>> {
    return this.long(request, async (watch) => {
      const prepared = await this.files.prepare(watch);
      if (!prepared.ok) return prepared;
      const contents: FileContent[] = [];
      for (const { name, origin, entry, form, byteLength, utf8 } of prepared.value)
        contents.push({ name, origin, entry, form, byteLength, isTable: await isTable(utf8) });
      return ok(contents);
    });
  }

  summary(): Promise<Reply<LogSummary>> {
    return this.ask((log) => ok(log.summary));
  }

  problems(page: Page): Promise<Reply<readonly Problem[]>> {
    return this.ask((log) => ok(log.problems.slice(page.offset, page.offset + Math.min(page.limit, MAX_PAGE))));
  }

  find(query: string, page: Page): Promise<Reply<{ total: number; events: readonly RowSummary[] }>> {
    return this.ask((log) => {
      const rows = log.rowsOf(query);
      if (!rows.ok) return rows;
      const found = [...rows.value.page(page.offset, Math.min(page.limit, MAX_PAGE))];
      return ok({ total: rows.value.count, events: found.map((row) => log.rowSummary(row)) });
    });
  }

  latestFailures(limit: number): Promise<Reply<readonly RowSummary[]>> {
    return this.ask((log) =>
      ok(latestFailures(log.index, Math.min(limit, MAX_PAGE)).map((row) => log.rowSummary(row))),
    );
  }

  rowOf(key: string): Promise<Reply<number | undefined>> {
    return this.ask((log) => ok(log.index.rowOf(key)));
  }

  event(row: number): Promise<Reply<ProvisioningEvent>> {
    return this.askRow(row, async (log) => ok(await log.event(row)));
  }

  range(row: number): Promise<Reply<RecordRange>> {
    return this.askRow(row, (log) => ok(log.index.range(row)));
  }

  rangeAtDocumentOffset(file: number, offset: number): Promise<Reply<RecordRange | undefined>> {
    return this.ask((log) => ok(log.index.rangeAtDocumentOffset(file, offset)));
  }

  rangeAtByteOffset(file: number, byteOffset: number): Promise<Reply<RecordRange | undefined>> {
    return this.ask((log) => ok(log.index.rangeAtByteOffset(file, byteOffset)));
  }

  neighbour(
    row: number,
    direction: 'next' | 'previous',
    failuresOnly: boolean,
    query = '',
  ): Promise<Reply<number | undefined>> {
    return this.ask((log) => {
      const rows = log.rowsOf(query);
      return rows.ok ? ok(log.index.neighbour(row, direction, failuresOnly, rows.value)) : rows;
    });
  }

  valueUse(column: ColumnId, value: string): Promise<Reply<ValueUse>> {
    return this.ask((log) => ok(valueUse(log.index, column, value)));
  }

  idOwners(id: string): Promise<Reply<readonly IdOwner[]>> {
    return this.ask((log) => ok(idOwners(log.index, id)));
  }

  sameObject(row: number, limit: number): Promise<Reply<ObjectEvents>> {
    return this.askRow(row, (log) => {
      const { by, total, rows } = sameObject(log.index, row, Math.min(limit, MAX_PAGE));
      return ok({ by, total, events: rows.map((other) => log.rowSummary(other)) });
    });
  }

  children(nodeId: string | undefined, view = wholeLog): Promise<Reply<readonly TreeNode[]>> {
    return this.ask(async (log) => {
      const tree = log.treeOf(view);
      return tree.ok ? ok(await tree.value.children(nodeId)) : tree;
    });
  }

  pathTo(row: number, view = wholeLog): Promise<Reply<readonly string[]>> {
    return this.askRow(row, (log) => {
      const tree = log.treeOf(view);
      return tree.ok ? ok(tree.value.pathTo(row)) : tree;
    });
  }

  bytes(file: number, byteOffset: number, byteLength: number): Promise<Reply<Uint8Array>> {
    return this.ask(async () => ok(await this.files.read(file, byteOffset, Math.min(byteLength, MAX_BYTES))));
  }

  keys(limit: number): Promise<Reply<readonly string[]>> {
    return this.ask(({ index }) => {
      const count = Math.min(limit, index.rowCount, MAX_PAGE);
      return ok(Array.from({ length: count }, (_, row) => index.key(row)));
    });
  }

  prettify(request: RequestId, job: PrettifyJob): Promise<Reply<PrettifyResult>> {
    return this.long(request, async (watch) => {
      const prepared = await this.files.prepare(watch);
      if (!prepared.ok) return prepared;
      const content = prepared.value[job.file];
      if (content === undefined) return failed('The log has no such file. Open it again.');
      const source = await this.printable(job, content.utf8);
      if (typeof source === 'string') return failed(source);
      const { range, ...whole } = job;
      const isRecord = source !== content.utf8 || range === undefined;
      const result = await prettifyFile(source, isRecord ? whole : job, this.platform, watch);
      return result ? ok(result) : cancelled;
    });
  }

  exportEvents(request: RequestId, job: ExportJob): Promise<Reply<ExportResult>> {
    return this.long(request, (watch) => this.ask((log) => exportEvents(log, job, this.platform, watch)));
  }

  previewRedaction(request: RequestId, query: string, secret: Uint8Array): Promise<Reply<RedactionPreview>> {
    return this.long(request, (watch) => this.ask((log) => previewRedaction(log, query, secret, watch)));
  }

  supportPack(request: RequestId, job: SupportPackJob): Promise<Reply<SupportPackResult>> {
    return this.long(request, (watch) => this.ask((log) => packForSupport(log, job, this.platform, watch)));
  }

  /** The JSON to format: the file, or for a row of a table what the row says. A sentence where there is no JSON. */
  private async printable({ file, range }: PrettifyJob, utf8: ByteSource): Promise<ByteSource | string> {
    const record = range && (await this.log?.recordOfRow(file, range.byteOffset));
    if (record !== undefined) return memorySource(record);
    return (await isTable(utf8)) ? noJson : utf8;
  }

  /** Ends what runs, and gives the files back. */
  async close(): Promise<void> {
    await this.requests.end();
    await this.log?.stored;
    await this.files.close();
  }

  protected long<T>(request: RequestId, task: (watch: Watch) => Promise<Reply<T>>): Promise<Reply<T>> {
    return this.requests.run(request, (signal) =>
      answered(() =>
        task({
          signal,
          onProgress: (done, total, events) => this.listener.progress(request, done, total, events),
        }),
      ),
    );
  }

  protected ask<T>(answer: (log: OpenedLog) => Reply<T> | Promise<Reply<T>>): Promise<Reply<T>> {
    const { log } = this;
    return answered(() => (log ? answer(log) : failed('This log has not been read yet.')));
  }

  private setLog(log: OpenedLog | undefined): void {
    this.log = log;
    log?.useCodes(this.codes);
  }

  protected setCodes(own: readonly ErrorCode[]): void {
    this.codes = own;
    this.log?.useCodes(own);
  }

  private askRow<T>(row: number, answer: (log: OpenedLog) => Reply<T> | Promise<Reply<T>>): Promise<Reply<T>> {
    return this.ask((log) => (log.index.hasRow(row) ? answer(log) : noSuchRow));
  }
}

async function isTable(utf8: ByteSource): Promise<boolean> {
  const head = new Uint8Array(HEAD_BYTES);
  const headLength = await utf8.readInto(head, 0);
  return detectFormat(head.subarray(0, headLength), headLength < HEAD_BYTES).table !== undefined;
}

/** What a task answers, or the reason why it failed. */
async function answered<T>(task: () => Reply<T> | Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await task();
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}
