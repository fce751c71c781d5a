import type { ColumnMapping } from '../core/formats/csv/tableHeader';
import type { TriplePart } from '../core/formats/csv/tripleNames';
import type { ColumnId } from '../core/columns/columns';
import type { IdOwner, ValueUse } from '../core/hover/hoverFacts';
import type { Action, EventSummary, LogSummary, ProvisioningEvent, Status } from '../core/model';
import type { Problem } from '../core/problem';
import type { TreeNode } from '../core/groupings/treeNode';
import type { AnalysisApi } from './analysisApi';
import type { ContentForm } from '../core/text/contentForm';
import type { ExportApi } from './exportApi';
import type { Reply, RequestId } from './reply';

/** What a log's worker is asked. One worker serves one log: one file, or several that belong together. */
export interface LogApi extends AnalysisApi, ExportApi {
  /**
   * Reads all files and builds the index; reports progress in bytes and events. The other questions can be asked when
   * this is answered, or when `LogListener.grew` has told of a part: they are then about that part, and rows and keys of
   * events that stand in the log twice may become others. Fails when no file is a provisioning log, saying what was expected and what was found.
   */
  open(request: RequestId): Promise<Reply<LogInfo>>;
  /** Resolves when the index is stored for the next time, or when it is clear that it is not. */
  stored(): Promise<Reply<StoredState>>;
  /** Ends a running call; it then answers `cancelled`. An unknown id is ignored. */
  cancel(request: RequestId): Promise<void>;

  /** What the files hold, in the order by which `file` counts it. Unpacks what is packed; works without `open`. */
  contents(request: RequestId): Promise<Reply<readonly FileContent[]>>;

  summary(): Promise<Reply<LogSummary>>;
  /** The problems that are kept in full, in file order. */
  problems(page: Page): Promise<Reply<readonly Problem[]>>;
  /** Events that match, in file order. A broken query fails with the place of the fault. */
  find(query: string, page: Page): Promise<Reply<{ total: number; events: readonly RowSummary[] }>>;
  /** The newest events that failed, newest first. */
  latestFailures(limit: number): Promise<Reply<readonly RowSummary[]>>;
  /** The row of an event key, or undefined. */
  rowOf(key: string): Promise<Reply<number | undefined>>;
  /** Reads one record from the file. Fails, in words for the user, when the file is gone or has changed. */
  event(row: number): Promise<Reply<ProvisioningEvent>>;
  /** Where a row's record stands. */
  range(row: number): Promise<Reply<RecordRange>>;
  /** The record that covers an offset of a file's text document (UTF-16 units), or undefined between records. */
  rangeAtDocumentOffset(file: number, offset: number): Promise<Reply<RecordRange | undefined>>;
  /** The record that covers a byte offset of a file, or undefined between records. */
  rangeAtByteOffset(file: number, byteOffset: number): Promise<Reply<RecordRange | undefined>>;
  /** The nearest row before or after in file order, or undefined at the end. Only rows that match `query` count. */
  neighbour(
    row: number,
    direction: 'next' | 'previous',
    failuresOnly: boolean,
    query?: string,
  ): Promise<Reply<number | undefined>>;
  /** In how many events a column has a value, ignoring case, and when. */
  valueUse(column: ColumnId, value: string): Promise<Reply<ValueUse>>;
  /** What an ID stands for in this log, the most frequent first; empty when it occurs nowhere. */
  idOwners(id: string): Promise<Reply<readonly IdOwner[]>>;
  /** The events of the object that a row is about, in all jobs, at most `limit` of them. */
  sameObject(row: number, limit: number): Promise<Reply<ObjectEvents>>;
  /** The children of a tree node; of the log itself for `undefined`. Ids hold for one view only. */
  children(nodeId: string | undefined, view?: LogView): Promise<Reply<readonly TreeNode[]>>;
  /** The ids of the nodes from the root's child down to a row's change or event; empty when the view hides the row. */
  pathTo(row: number, view?: LogView): Promise<Reply<readonly string[]>>;
  /** Bytes of a file around a place, for looking at what could not be read. At most 64 kB. */
  bytes(file: number, byteOffset: number, byteLength: number): Promise<Reply<Uint8Array>>;
  /** Event keys of the log, for recognising another view of the same events. At most `limit`. */
  keys(limit: number): Promise<Reply<readonly string[]>>;

  /**
   * Formats a file without loss: only white space changes. Works without `open`. To a file (desktop only): written to
   * a temporary neighbour and renamed. To memory: fails when the result would pass `maxBytes` or `maxLines`.
   */
  prettify(request: RequestId, job: PrettifyJob): Promise<Reply<PrettifyResult>>;
}

/** What the worker says and asks by itself. */
export interface LogListener {
  /** Bytes done of all bytes, and the events found in them where a log is opened. */
  progress(request: RequestId, done: number, total: number, events?: number): void;
  /** A log that is being opened can be looked at as far as it is read: further than the last time. */
  grew(request: RequestId, info: LogInfo): void;
  /** Asked before so much of a file is unpacked into memory; false means: leave it. */
  confirmLarge(file: number, byteLength: number): Promise<boolean>;
  /** Asked when a table is opened whose columns are not recognised; undefined leaves it as it is. */
  mapColumns(file: number, table: UnknownTable): Promise<ColumnMapping | undefined>;
}

/** What of a log the tree shows, and how. A broken query fails with the place of the fault. */
export interface LogView {
  /** Only events that match; all of them for `""`. */
  readonly query: string;
  /** Id of a grouping; the first one when absent or unknown. */
  readonly grouping?: string | undefined;
}

/** A table whose columns are not recognised. All texts are the file's. */
export interface UnknownTable {
  /** Equal for tables whose headers differ in casing and punctuation only. */
  readonly key: string;
  readonly titles: readonly string[];
  /** The beginnings of the cells in its first row. */
  readonly sample: readonly string[];
  /** What its rows are, where that is clear. */
  readonly part?: TriplePart | undefined;
  /** Its name in the archive that it stands in. */
  readonly entry?: string | undefined;
}

/** A part of a long list. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** A summary together with its row, by which the other questions are asked. */
export interface RowSummary extends EventSummary {
  readonly row: number;
}

/** What is known of a log as soon as it is indexed, or a part of it. */
export interface LogInfo {
  /** Title of the format, for people. */
  readonly format: string;
  readonly eventCount: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly byAction: Readonly<Record<Action, number>>;
  /** First and last event, milliseconds since 1970 UTC; absent when no event has a time. */
  readonly firstTimeMs?: number;
  readonly lastTimeMs?: number;
  /** True while the log is still being read: everything is about the part that is. */
  readonly isPartial?: boolean;
  readonly problemCount: number;
  /** Records that stood in the log once more, byte for byte, and count once. */
  readonly repeatCount: number;
  /** What the user must know before trusting counts, in sentences: "only one page", "cut off". */
  readonly notices: readonly string[];
  readonly files: readonly LogFileInfo[];
  /** Bytes that the index keeps. */
  readonly indexBytes: number;
}

/** Whether the next opening of a log is spared from reading it. */
export type StoredState =
  /** This opening was; or it has stored the index. */
  | { readonly kind: 'restored' | 'stored' }
  /** Why not, in words for a list of what was done. */
  | { readonly kind: 'notStored'; readonly reason: string };

/** One content of a log's files: a file itself, or one of those in an archive. */
export interface LogContent {
  /** The file's name, or `archive.zip › entry`. Not harmless yet. */
  readonly name: string;
  /** Index into the files that were opened. */
  readonly origin: number;
  /** The entry's name in an archive of several files, as it can be shown. */
  readonly entry?: string | undefined;
  /** What offsets count: bytes of the file itself, of what was unpacked, or of the UTF-8 form of UTF-16. */
  readonly form: ContentForm;
  readonly byteLength: number;
}

/** One content before it is read as a log. */
export interface FileContent extends LogContent {
  /** Whether it is a table, of which nothing can be prettified. */
  readonly isTable: boolean;
}

/** One file of a log, as it was read. */
export interface LogFileInfo extends LogContent {
  readonly eventCount: number;
  readonly format: string;
}

/** Where a record stands, in bytes of the file and in UTF-16 units of the text document VS Code makes of it. */
export interface RecordRange {
  readonly row: number;
  readonly file: number;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly documentOffset: number;
  readonly documentLength: number;
  /** The event's number in its file, counted from 1. */
  readonly event: number;
  readonly key: string;
}
/** The events of one object. */
export interface ObjectEvents {
  /** By what the object is recognised: its ID in the source, or where the log gives none, its name. */
  readonly by: 'sourceId' | 'identity';
  /** How many the log holds. */
  readonly total: number;
  /** In time order, the one that was asked about among them; where there are more, those around it. */
  readonly events: readonly RowSummary[];
}

/** What to format and where to. */
export interface PrettifyJob {
  readonly file: number;
  /** Only these bytes of the file, for one record; the whole file when absent. */
  readonly range?: { readonly byteOffset: number; readonly byteLength: number };
  /** One level of indentation: spaces or a tab. */
  readonly indent: string;
  /** Line end to write. */
  readonly eol: '\n' | '\r\n';
  readonly to:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'memory'; readonly maxBytes: number; readonly maxLines: number }
    /** Counts only; nothing is kept. */
    | { readonly kind: 'measure'; readonly maxBytes: number; readonly maxLines: number };
}

/** What a formatter run came to. */
export interface PrettifyResult {
  readonly byteLength: number;
  readonly lineCount: number;
  /** The bytes, when they were asked for in memory. */
  readonly bytes?: Uint8Array;
  /** True when a limit was passed: the run stopped there, and nothing was kept. */
  readonly isTooLarge: boolean;
}
