import type { ProvisioningEvent } from '../model';
import type { Report } from './report';

/** One form in which events are taken away. */
export type ExportFormat = RecordExport | ReportExport;

/** What every form says of itself. */
export interface ExportTitle {
  readonly id: string;
  /** For a list: a few words. */
  readonly title: string;
  /** One sentence: what it holds and what it is for. */
  readonly detail: string;
  /** The same with pseudonyms, where it is another sentence. */
  readonly redactedDetail?: string;
  /** Of the files it writes, without a dot. */
  readonly extension: string;
}

/** Writes one event after the other. */
export interface RecordExport extends ExportTitle {
  readonly kind: 'records';
  /** What is added to a file's name, one for each file that is written; `['']` for a single file. */
  readonly files: readonly string[];
  /** Begins a run. */
  begin(): RecordWriter;
}

/** What is written to one file, one piece behind the other. */
export type Pieces = readonly (string | Uint8Array)[];

/** One run; every method answers with what each file gets. */
export interface RecordWriter {
  head(): readonly Pieces[];
  /**
   * `record` is the event's record as it stands in the log, where that is JSON and nothing of it is to be replaced: then
   * it may be handed on unread, byte for byte.
   */
  event(event: () => ProvisioningEvent, record: Uint8Array | undefined): readonly Pieces[];
  tail(): readonly Pieces[];
}

/** Writes what the events come to. */
export interface ReportExport extends ExportTitle {
  readonly kind: 'report';
  write(report: Report): string;
}
