import { type Findings, findFindings } from '../core/analysis/findings/findFindings';
import { findingKinds } from '../core/analysis/findings/findingKinds';
import { MAX_READ_UPDATES, MAX_SERIES } from '../core/analysis/findings/updateSamples';
import { LogAnalysis } from '../core/analysis/logAnalysis';
import { RecentAnswers } from '../core/analysis/recentAnswers';
import { summarise } from '../core/analysis/summary';
import type { ErrorCode } from '../core/codes/errorCode';
import { errorCodes } from '../core/codes/errorCodes';
import { indexCodes } from '../core/codes/lookUpCode';
import { eventRecord } from '../core/export/eventRecord';
import { buildTree, type LogTree } from '../core/groupings/buildTree';
import { groupings } from '../core/groupings/groupings';
import type { BuiltLog } from '../core/index/buildIndex';
import type { LogIndex, RowRange } from '../core/index/logIndex';
import { readRow, type ReadBytes } from '../core/index/readRow';
import type { LogSummary, ProvisioningEvent } from '../core/model';
import type { Problem, ProblemFact } from '../core/problem';
import type { RowSet } from '../core/query/rowSet';
import { readEvent } from '../core/record/readEvent';
import { letMessagesIn } from '../core/scan/letMessagesIn';
import { problemText } from '../core/text/problemText';
import type { LogContent, LogInfo, LogListener, LogView, RowSummary, StoredState } from '../protocol/logApi';
import { cancelled, failed, ok, type Reply } from '../protocol/reply';
import { unknownTable, type LogFile, type LogFiles, type Watch } from './logFiles';
import { readLog } from './readLog';
import type { WorkerPlatform } from './workerPlatform';

/** Watches a log being read, and is handed it as far as it is. */
export interface OpenWatch extends Watch {
  mapColumns: LogListener['mapColumns'];
  onPartial(partial: OpenedLog): void;
}

const stillRead: Promise<StoredState> = Promise.resolve({ kind: 'notStored', reason: 'it is still being read' });

/** Records that lie so close together are read in one go. */
const BATCH_BYTES = 1024 * 1024;
/** A tree holds every row it shows once: the one in view, and the one before. */
const KEPT_TREES = 2;

/** A log that is indexed, or as much of it as was when this was made, and what was worked out from it so far. */
export class OpenedLog {
  readonly index: LogIndex;
  readonly summary: LogSummary;
  readonly problems: readonly Problem[];
  private readonly trees = new RecentAnswers<LogTree>(KEPT_TREES);
  private codes: readonly ErrorCode[] = [];
  private analysed: LogAnalysis | undefined;
  private found: Findings | undefined;

  private constructor(
    private readonly built: BuiltLog,
    private readonly files: LogFiles,
    private readonly isPartial: boolean,
    /** Settles when the index is stored, or will not be. */
    readonly stored: Promise<StoredState>,
  ) {
    this.index = built.index;
    this.summary = summarise(built.index);
    this.problems = [...built.problems.kept].sort(byPlace).map((fact) => problemText(fact, files.contents));
  }

  /** Reads and indexes all files of the log. Rejects with a sentence when a file cannot be read. */
  static async open(
    files: LogFiles,
    platform: Pick<WorkerPlatform, 'indexStore'>,
    watch: OpenWatch,
  ): Promise<Reply<OpenedLog>> {
    const prepared = await files.prepare(watch);
    if (!prepared.ok) return prepared;
    const { result: built, stored } = await readLog(files, platform, {
      ...files.afterUnpacking(watch),
      mapColumns: (file, table) => {
        const { origin = file, entry } = files.contents[file] ?? {};
        return watch.mapColumns(origin, unknownTable(table, entry));
      },
      onPartial: (partial) => watch.onPartial(new OpenedLog(partial, files, true, stillRead)),
    });
    switch (built.kind) {
      case 'cancelled':
        return cancelled;
      case 'refused':
        return failed(
          refusalText(
            built.message,
            prepared.value.map(({ name }) => name),
          ),
        );
      case 'built':
        for (const fact of unpackProblems(prepared.value)) built.problems.add(fact);
        return ok(new OpenedLog(built, files, false, stored));
    }
  }

  get info(): LogInfo {
    const { built, files, index, summary } = this;
    const formats = built.files.map(({ format }) => format?.title ?? 'No provisioning log');
    return {
      format: [...new Set(formats)].join(', '),
      eventCount: index.rowCount,
      byStatus: summary.byStatus,
      byAction: summary.byAction,
      ...timeSpan(index),
      ...(this.isPartial && { isPartial: true }),
      problemCount: built.problems.count,
      repeatCount: built.repeatCount,
      notices: [...files.notices, ...built.notices, ...this.emptyNotices],
      files: built.files.map(({ byteLength }, file) => ({
        ...namesOf(files.contents[file]!),
        byteLength,
        eventCount: index.eventCountOf(file),
        format: formats[file]!,
      })),
      indexBytes: index.byteLength,
    };
  }

  /** Why there is nothing to see, where there is nothing. */
  private get emptyNotices(): readonly string[] {
    if (this.index.rowCount > 0 || this.isPartial) return [];
    return [this.built.problems.count > 0 ? nothingReadable : nothingThere];
  }

  /** Answers about the events that a query finds. */
  get analysis(): LogAnalysis {
    this.analysed ??= new LogAnalysis(this.index, indexCodes([...this.codes, ...errorCodes]));
    return this.analysed;
  }

  /** The user's own error codes go before the catalogue's. */
  useCodes(own: readonly ErrorCode[]): void {
    this.codes = own;
    this.analysed = undefined;
    this.found = undefined;
    this.trees.clear();
  }

  /** What is worth knowing about the log. Reads some records; those that cannot be read are missing in the answer. */
  async findings(watch: Watch): Promise<Reply<Findings>> {
    const { signal } = watch;
    if (this.found) return ok(this.found);
    const steps = findingKinds.length + MAX_SERIES * MAX_READ_UPDATES;
    let done = 0;
    const found = await findFindings(
      this.analysis,
      async (row) => {
        watch.onProgress(++done, steps);
        if (signal.aborted) return undefined;
        return this.event(row).then(
          ({ modifiedProperties }) => modifiedProperties,
          () => undefined,
        );
      },
      async () => {
        watch.onProgress(++done, steps);
        await letMessagesIn();
        return !signal.aborted;
      },
    );
    if (signal.aborted) return cancelled;
    this.found = found;
    return ok(found);
  }

  /** The rows that match a query; a broken one fails with the place of the fault. */
  rowsOf(query: string): Reply<RowSet> {
    const result = this.analysis.run(query);
    if ('found' in result) return ok(result.found.set);
    const { message, start, end } = result.fault;
    return failed(message, { start, end });
  }

  /** The log as a tree; a broken query fails with the place of the fault. */
  treeOf({ query, grouping: id }: LogView): Reply<LogTree> {
    const rows = this.rowsOf(query);
    if (!rows.ok) return rows;
    const grouping = groupings.find((candidate) => candidate.id === id) ?? groupings[0]!;
    const filter = rows.value.count === this.index.rowCount ? undefined : rows.value;
    const tree = this.trees.get(`${grouping.id} ${query}`, () =>
      buildTree({
        store: this.analysis.store,
        grouping,
        filter,
        problems: this.problems,
        problemCount: this.built.problems.count,
        readSteps: async (row) => (await this.event(row)).steps,
      }),
    );
    return ok(tree);
  }

  rowSummary(row: number): RowSummary {
    return { row, ...this.index.summary(row) };
  }

  /** Reads one event's record. Rejects with a sentence when the file is gone or has changed. */
  event(row: number): Promise<ProvisioningEvent> {
    return readRow(this.built, row, this.read);
  }

  /** The event whose row begins at a place of a table, as a record of Microsoft Graph; undefined where none does. Rejects as {@link event} does. */
  async recordOfRow(file: number, byteOffset: number): Promise<Uint8Array | undefined> {
    const range = this.index.rangeAtByteOffset(file, byteOffset);
    if (range === undefined || this.built.files[file]?.format?.isTable !== true) return undefined;
    return new TextEncoder().encode(eventRecord(await this.event(range.row)));
  }

  /**
   * Reads the records of some rows, which must stand in file order; those that are neighbours in one go. Rejects with a
   * sentence when a file is gone or has changed. A record is valid until the next one is asked for.
   */
  async *records(rows: Iterable<number>): AsyncGenerator<LogRecord> {
    let batch: RowRange[] = [];
    for (const row of rows) {
      const range = this.index.range(row);
      const [first] = batch;
      const isNear =
        first === undefined ||
        (first.file === range.file && range.byteOffset + range.byteLength - first.byteOffset <= BATCH_BYTES);
      if (!isNear) {
        yield* await this.readBatch(batch);
        batch = [];
      }
      batch.push(range);
    }
    if (batch.length > 0) yield* await this.readBatch(batch);
  }

  private async readBatch(batch: readonly RowRange[]): Promise<LogRecord[]> {
    const { file, byteOffset: start } = batch[0]!;
    if (this.built.files[file]!.format?.isTable === true) return this.readRows(batch);
    const last = batch.at(-1)!;
    const all = await this.files.read(file, start, last.byteOffset + last.byteLength - start);
    return batch.map(({ row, key, byteOffset, byteLength }) => {
      const bytes = all.subarray(byteOffset - start, byteOffset - start + byteLength);
      const content = this.built.files[file]!.contentOf(bytes, byteOffset);
      const event = (): ProvisioningEvent => ({
        ...readEvent({ bytes, content, key, file, byteOffset, isRawLeftOut: true }),
        ...this.index.systems(row),
      });
      return { row, bytes, content, event };
    });
  }

  /** Rows of a table as records: their rows in other tables have to be read, too. */
  private async readRows(batch: readonly RowRange[]): Promise<LogRecord[]> {
    const records: LogRecord[] = [];
    for (const { row } of batch) {
      const event = await this.event(row);
      const bytes = new TextEncoder().encode(eventRecord(event));
      records.push({ row, bytes, content: bytes, event: () => event });
    }
    return records;
  }

  private readonly read: ReadBytes = (file, byteOffset, byteLength) => this.files.read(file, byteOffset, byteLength);
}

/** One record, read from its file. */
export interface LogRecord {
  readonly row: number;
  /** As it stands in the file; the row of a table as a record of Microsoft Graph. */
  readonly bytes: Uint8Array;
  /** What it says, as JSON. */
  readonly content: Uint8Array;
  /** Reads it; `raw` may be left out. */
  event(): ProvisioningEvent;
}

const nothingReadable = 'No event of this log could be read: “Problems” says why.';
const nothingThere =
  'This log holds no events. A download holds what the filters of the admin center let through: perhaps they let nothing through.';

/** Why nothing was opened, by the name of the file that the reason is about. File names are data. */
function refusalText(reason: string, [first = '', ...others]: readonly string[]): string {
  const named = first === '' ? reason : `${first}: ${reason}`;
  return others.length === 0 ? named : `None of the ${others.length + 1} files is a provisioning log. ${named}`;
}

function namesOf({ name, origin, entry, form }: LogFile): Omit<LogContent, 'byteLength'> {
  return { name, origin, form, ...(entry !== undefined && { entry }) };
}

/** What unpacking could not bring of each content, at the place where the content ends. */
function unpackProblems(contents: readonly LogFile[]): readonly ProblemFact[] {
  return contents.flatMap(({ faults, byteLength }, file) =>
    faults.map((code) => ({ code, file, byteOffset: byteLength, byteLength: 0 })),
  );
}

function byPlace(one: ProblemFact, other: ProblemFact): number {
  return (one.file ?? 0) - (other.file ?? 0) || (one.byteOffset ?? 0) - (other.byteOffset ?? 0);
}

/** The first and the last time, in milliseconds since 1970 UTC; nothing when no event has one. */
function timeSpan(index: LogIndex): Pick<LogInfo, 'firstTimeMs' | 'lastTimeMs'> {
  const column = index.column('time');
  let first = Infinity;
  let last = -Infinity;
  if (column.kind === 'number') {
    for (let row = 0; row < index.rowCount; row++) {
      const time = column.values[row]!;
      if (time < first) first = time;
      if (time > last) last = time;
    }
  }
  return first <= last ? { firstTimeMs: first, lastTimeMs: last } : {};
}
