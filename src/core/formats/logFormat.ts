import type { RecordScanner, RecordSink } from '../scan/recordScanner';
import type { DateOrder } from '../record/readTime';
import type { ColumnMappings } from './csv/tableHeader';
import type { ScanEngine } from '../scan/scanEngine';
import type { FieldPath } from './eventFields';
import type { FileHead } from './fileHead';

/** One shape in which provisioning logs are saved: how it is recognised, where its records stand, what they call things. */
export interface LogFormat {
  readonly id: string;
  /** For people. */
  readonly title: string;
  /** Whether a file that begins like this has the shape. */
  matches(head: FileHead): boolean;
  /** What the hits of this shape's records mean: `hitFields` holds indices into this list. Fewer than 255. */
  readonly fields: readonly FieldPath[];
  /** Begins to read a file of this shape. `sink` hears of its records, in pieces of `chunkBytes`. */
  read(sink: RecordSink, chunkBytes: number, options?: FormatOptions): FileReading;
  /** Whether records are rows of a table, which other tables of the same log may add to. */
  readonly isTable?: boolean;
  /** The list that rows of this shape add to the events of other tables, as a key of a record; absent where they are events. */
  readonly addsTo?: 'provisioningsteps' | 'modifiedproperties';
  /** What the user must know of every file of this shape, in sentences. */
  readonly caution?: string;
}

/** What is known of a file, or was said by the user, before it is read. */
export interface FormatOptions {
  /** What JSON is scanned with: the fastest there is unless told. */
  readonly engine?: ScanEngine | undefined;
  /** What users said about columns, for tables. */
  readonly columnMappings?: ColumnMappings | undefined;
  /** How dates between slashes are read; month first unless told. */
  readonly dateOrder?: DateOrder | undefined;
}

/** One file, read in its format's way. */
export interface FileReading {
  readonly scanner: RecordScanner;
  /** Reads one of the file's records again, later. Keeps nothing of the scanner alive. */
  readonly contentOf: ContentOf;
  /** What the user must know of this file before trusting counts, in sentences; asked when the scanner has finished. */
  readonly notices?: () => readonly string[];
}

/**
 * What a record says, as UTF-8 of a JSON object that calls things as `core/record/fieldNames.ts` does: the record itself
 * where it is that. `byteOffset` is where the record begins in its file. Never throws for what the record holds.
 */
export type ContentOf = (record: Uint8Array, byteOffset: number) => Uint8Array;
