import { CARRIAGE_RETURN, LINE_FEED } from '../byteClasses';
import { NulRuns } from '../nulRuns';
import { noLineEnds, RecordMeasure } from '../recordMeasure';
import type { RecordScanner, RecordSink, ScanFaultCode, ScannedRecord } from '../recordScanner';
import { plainEngine } from '../scanEngine';
import { ScanPosition, type OpenFault } from '../scanPosition';
import { characterBoundary } from '../textMeasure';
import { NEEDS_MORE, oddity } from '../valueScanner';
import { CsvRowScanner, IS_OPEN, MAX_CELLS } from './csvRowScanner';
import { findSeparator, namedSeparator } from './csvSeparator';
import { LOOK_AHEAD_BYTES, NOT_FOUND, RowStartFinder } from './rowStartFinder';

/** What hears of the rows of a CSV file. In a row, `hitFields` counts its cells; texts are as between the quotes. */
export interface CsvSink extends RecordSink {
  /** The first row, which names the columns. Comes before all records. */
  header(row: ScannedRecord, separator: number): void;
}

/** A longer row is left out: an opening quote without a closing one makes a row of everything behind it. */
export const MAX_ROW_BYTES = 16 * 1024 * 1024;

const cellNumbers = new Uint8Array(MAX_CELLS).map((_, cell) => cell);

/**
 * The `RecordScanner` for CSV: comma, semicolon or tab, whichever the first row has most of, and lines that end in any
 * way. Empty lines are no rows. A row that has other than the header's number of cells is reported, with a fault.
 */
export class CsvRecordScanner implements RecordScanner {
  private readonly position: ScanPosition;
  private readonly row = new CsvRowScanner();
  private readonly finder: RowStartFinder;
  private readonly lengths = new RecordMeasure();
  private readonly nuls: NulRuns;
  private readonly record: { -readonly [Key in keyof ScannedRecord]: ScannedRecord[Key] };

  private isLast = false;
  private bytesNeeded = 0;
  private hasReadBom = false;
  private separator = 0;
  /** Cells of the header; 0 before it was read. */
  private columnCount = 0;
  private rowCount = 0;
  /** Up to here in the file a quote was open that nothing closed. */
  private openEnd = 0;
  /** Bytes that are being passed over until a row may begin. */
  private loss: OpenFault | undefined;

  constructor(
    private readonly sink: CsvSink,
    chunkBytes: number,
  ) {
    this.position = new ScanPosition(chunkBytes, plainEngine());
    this.finder = new RowStartFinder(this.row);
    this.nuls = new NulRuns(this.position, sink);
    const { bytes } = this.position.buffer;
    this.record = {
      bytes,
      start: 0,
      end: 0,
      byteOffset: 0,
      event: 0,
      hitCount: 0,
      hitFields: cellNumbers,
      hitKinds: this.row.kinds,
      hitStarts: this.row.starts,
      hitEnds: this.row.ends,
      hitBytes: bytes,
      endsOpen: false,
      before: this.lengths.before,
      inside: this.lengths.inside,
    };
  }

  get measure(): RecordScanner['measure'] {
    return this.position.measure;
  }

  room(): Uint8Array {
    return this.position.room();
  }

  filled(byteCount: number): void {
    this.buffer.filled(byteCount);
    this.run();
  }

  finish(): void {
    this.isLast = true;
    this.buffer.filled(0);
    this.run();
    this.nuls.end();
    if (this.loss) this.endLoss('truncated');
  }

  private get buffer(): ScanPosition['buffer'] {
    return this.position.buffer;
  }

  private run(): void {
    const { buffer } = this;
    if (this.isLast || buffer.end - buffer.at >= this.bytesNeeded) {
      this.bytesNeeded = 0;
      while (this.step());
    }
    this.position.measureTo(buffer.at);
  }

  /** Consumes one thing; false when more bytes are needed, or none are left. */
  private step(): boolean {
    if (this.loss) return this.stepLost();
    if (!this.hasReadBom) return this.stepByteOrderMark();
    if (!this.skipEmptyLines()) return false;
    return this.separator === 0 ? this.stepSeparator() : this.stepRow();
  }

  private stepByteOrderMark(): boolean {
    const { buffer } = this;
    const { bytes, at, end } = buffer;
    if (end - at < 3 && !this.isLast) return false;
    this.hasReadBom = true;
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) {
      buffer.at = at + 3;
      this.position.passByteOrderMark(at + 3);
    }
    return true;
  }

  private stepSeparator(): boolean {
    const { bytes, at, end } = this.buffer;
    const separator = findSeparator(bytes, at, end, this.isLast);
    if (separator === NEEDS_MORE) return this.wait(at);
    this.setSeparator(separator);
    return true;
  }

  private stepRow(): boolean {
    const { buffer, row } = this;
    const { bytes, at, end } = buffer;
    // Behind a quote that nothing closes, others are likely to be like it: looking for their end each time would take long.
    if (buffer.offsetOf(at) < this.openEnd && this.keepLine(at)) return true;
    const rowEnd = row.scan(bytes, at, end, this.isLast);
    if (rowEnd === NEEDS_MORE && end - at <= MAX_ROW_BYTES) return this.wait(at);
    const isTooLong = (rowEnd < 0 ? end : rowEnd) - at > MAX_ROW_BYTES;
    if (isTooLong || rowEnd === IS_OPEN) {
      this.openEnd = buffer.offsetOf(end);
      return this.keepLine(at) || this.lose(isTooLong ? 'recordTooLong' : 'brokenRecord', at);
    }
    if (this.columnCount === 0) return this.passHeader(at, rowEnd);
    if (rowEnd === end && this.isLast && row.cellCount < this.columnCount) return this.lose('truncated', at);
    this.reportRow(at, rowEnd);
    buffer.at = rowEnd;
    return true;
  }

  /** Takes the row at `at` for one line, if it has all cells then in spite of a quote that nothing closes. */
  private keepLine(at: number): boolean {
    const { buffer, row, columnCount } = this;
    const { bytes, end } = buffer;
    const rowEnd = row.scan(bytes, at, end, this.isLast, true);
    if (columnCount === 0 || rowEnd < 0 || row.strayAt < 0 || row.cellCount !== columnCount) return false;
    this.reportRow(at, rowEnd, true);
    buffer.at = rowEnd;
    return true;
  }

  private passHeader(at: number, rowEnd: number): boolean {
    const { buffer, row } = this;
    const named = namedSeparator(buffer.bytes.subarray(at, Math.min(rowEnd, at + 8)));
    if (named === undefined) {
      this.columnCount = row.cellCount;
      this.takeRow(at, rowEnd);
      this.sink.header(this.record, this.separator);
    } else {
      this.setSeparator(named);
    }
    buffer.at = rowEnd;
    return true;
  }

  private reportRow(at: number, rowEnd: number, endsOpen = false): void {
    const { row, position, sink, columnCount } = this;
    const event = ++this.rowCount;
    this.takeRow(at, rowEnd);
    if (row.oddities !== 0) {
      const { firstInvalidAt } = position.measure;
      if (row.oddities & oddity.nulByte) sink.fault(position.fault('nulInRecord', row.nulAt, 1, event));
      if (row.oddities & oddity.notAscii && firstInvalidAt >= 0) {
        sink.fault(position.fault('invalidUtf8', firstInvalidAt, 1, event));
      }
    }
    if (row.strayAt >= 0) sink.fault(position.fault('strayQuote', row.strayAt, 1, event));
    if (row.cellCount !== columnCount) {
      const code = row.cellCount < columnCount ? 'shortRow' : 'longRow';
      const facts = { cells: row.cellCount, columns: columnCount };
      sink.fault({ ...position.fault(code, at, rowEnd - at, event), facts });
    }
    this.record.endsOpen = endsOpen;
    sink.record(this.record);
  }

  private takeRow(at: number, rowEnd: number): void {
    const { record, row, position } = this;
    position.measureTo(at);
    const isPlain = (row.oddities & (oddity.notAscii | oddity.lineEnd)) === 0;
    this.lengths.take(position, rowEnd, isPlain ? noLineEnds : undefined);
    record.bytes = record.hitBytes = position.buffer.bytes;
    record.start = at;
    record.end = rowEnd;
    record.byteOffset = position.buffer.offsetOf(at);
    record.event = this.rowCount;
    record.hitCount = Math.min(row.cellCount, MAX_CELLS);
  }

  /** Begins to pass over bytes: the row at `at` cannot be read. */
  private lose(code: ScanFaultCode, at: number): boolean {
    const { buffer, position, row } = this;
    this.rowCount++;
    position.measureTo(at);
    this.loss = position.open(code, at, this.rowCount);
    if (code !== 'truncated') this.loss = { ...this.loss, facts: { at: buffer.offsetOf(row.openedAt) } };
    // A row that ends with the file has nothing behind it.
    if (code === 'truncated') buffer.at = buffer.end;
    else this.finder.begin(this.columnCount);
    return true;
  }

  /** Passes over bytes until a row of the header's number of cells begins. */
  private stepLost(): boolean {
    const { buffer, finder, isLast } = this;
    const { bytes, at, end } = buffer;
    if (at === end) return false;
    const found = finder.find(bytes, at, end, isLast);
    if (found === NOT_FOUND) {
      buffer.at = isLast ? end : characterBoundary(bytes, at, Math.max(at, finder.resumeAt));
      if (!isLast) this.bytesNeeded = end - buffer.at + LOOK_AHEAD_BYTES;
      return false;
    }
    buffer.at = found;
    this.endLoss(this.loss!.code);
    return true;
  }

  private endLoss(code: ScanFaultCode): void {
    const { loss, position, sink, buffer } = this;
    if (loss) sink.fault({ ...position.close(loss, buffer.at), code });
    this.loss = undefined;
  }

  /** Skips line ends and NUL bytes in front of a row; false when nothing is left. */
  private skipEmptyLines(): boolean {
    const { buffer } = this;
    const { bytes, end } = buffer;
    for (;;) {
      let { at } = buffer;
      while (bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN) at++;
      if (at > buffer.at) this.nuls.end();
      buffer.at = at;
      if (at >= end) return false;
      if (bytes[at] !== 0) break;
      this.nuls.pass();
    }
    this.nuls.end();
    return true;
  }

  private setSeparator(separator: number): void {
    this.separator = separator;
    this.row.setSeparator(separator);
  }

  private wait(at: number): boolean {
    this.bytesNeeded = 2 * (this.buffer.end - at);
    return false;
  }
}
