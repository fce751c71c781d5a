import type { TextMeasure } from './textMeasure';

/**
 * Finds the records of a log in its bytes. The scanner owns its buffer:
 *
 *     while (bytes are left) scanner.filled(await source.readInto(scanner.room(), offset));
 *     scanner.finish();
 *
 * and calls a {@link RecordSink} meanwhile. Any cut between two calls gives the same answers. It never throws for
 * what the bytes hold.
 */
export interface RecordScanner {
  /** The differences between bytes and text document up to where the scanner is; of the whole file after `finish`. */
  readonly measure: Readonly<Pick<TextMeasure, 'shrink' | 'soloLineEnds' | 'pairedLineEnds' | 'returns'>>;
  /** Where the next bytes are to be written: at least one byte, valid until {@link filled}. */
  room(): Uint8Array;
  /** Scans the first `byteCount` bytes of the room that was handed out. */
  filled(byteCount: number): void;
  /** No more bytes will come. */
  finish(): void;
}

/** What a scanner tells while it reads. Everything handed over is valid during the call only. */
export interface RecordSink {
  record(record: ScannedRecord): void;
  fault(fault: ScanFault): void;
  /** A text member of an object around the list of records, such as `@odata.nextLink`; at most 4,096 bytes long. */
  member(name: string, value: string): void;
  /** An object around a list of records begins: what {@link member} said before belongs to another one. */
  frame?(): void;
  /** The member with the columns of a table, as JSON, and where it stands in the file. It holds for records behind it. */
  columns?(json: Uint8Array, byteOffset: number): void;
}

/** One record, whole in the scanner's buffer, with its wanted fields. */
export interface ScannedRecord {
  readonly bytes: Uint8Array;
  /** The record is `bytes[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Where the record begins in the file. */
  readonly byteOffset: number;
  /** Its number in the file, counted from 1; broken ones count. */
  readonly event: number;
  /** The wanted fields' values in file order, as ranges of `hitBytes`; see `ValueScanner`. */
  readonly hitCount: number;
  readonly hitFields: Uint8Array;
  readonly hitKinds: Uint8Array;
  readonly hitStarts: Int32Array;
  readonly hitEnds: Int32Array;
  /** `bytes`, or what a format made of the record's texts. */
  readonly hitBytes: Uint8Array;
  /** How long the event took in milliseconds, where a format works that out of other fields. */
  readonly durationMs?: number | undefined;
  /** Whether a row of a table ends with its line although a quote in it is open: whoever reads it again must end there, too. */
  readonly endsOpen?: boolean;
  /** What makes document offsets differ from byte offsets, before the record and inside it; see `TextMeasure`. */
  readonly before: LengthDifference;
  readonly inside: LengthDifference;
}

/** Counts of a stretch of bytes; see `TextMeasure`. */
export interface LengthDifference {
  shrink: number;
  soloLineEnds: number;
  pairedLineEnds: number;
}

/** Something that is not as it should be, and where. Offsets count from the start of the file. */
export interface ScanFault {
  readonly code: ScanFaultCode;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly line: number;
  /** The number of the record it concerns. */
  readonly event?: number;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/**
 * - `brokenRecord` structure broken at `facts.at` (byte offset); the record is lost
 * - `truncated` the file ends inside the list, or inside a record, which is lost
 * - `recordTooLong` longer than {@link MAX_RECORD_BYTES}; lost
 * - `notAnObject`, `notAnEvent` an element of the list that is no object, or one without any known field; left out
 * - `garbage`, `nulBytes`, `contentAfterEnd` bytes between records, or behind the list, that belong to none
 * - `missingComma`, `extraComma`, `trailingComma` harmless
 * - `shortRow`, `longRow` a row of a table with `facts.cells` instead of `facts.columns` cells; read all the same
 * - `strayQuote` a quote inside a quoted cell that is not doubled; read all the same
 * - `controlCharacter`, `invalidUtf8`, `loneSurrogate`, `nulInRecord` inside a record that could be read all the same
 */
export type ScanFaultCode =
  | 'brokenRecord'
  | 'truncated'
  | 'recordTooLong'
  | 'notAnObject'
  | 'notAnEvent'
  | 'garbage'
  | 'nulBytes'
  | 'contentAfterEnd'
  | 'missingComma'
  | 'extraComma'
  | 'trailingComma'
  | 'shortRow'
  | 'longRow'
  | 'strayQuote'
  | 'controlCharacter'
  | 'invalidUtf8'
  | 'loneSurrogate'
  | 'nulInRecord';

/** A longer record is reported and skipped: it has to be whole in memory to be read. */
export const MAX_RECORD_BYTES = 256 * 1024 * 1024;
