import { CARRIAGE_RETURN, LINE_FEED } from '../byteClasses';
import type { CsvRowScanner } from './csvRowScanner';

/** What {@link RowStartFinder.find} answers when no row begins in the bytes. */
export const NOT_FOUND = -1;

/** A line is tried as a row up to this length. */
export const LOOK_AHEAD_BYTES = 64 * 1024;

/** Bytes that may be tried for each byte that is passed over. */
const COST = 4;

/**
 * Finds where the next row begins behind one that could not be read: at the first line that has as many cells as the
 * header. Looking costs no more than a small multiple of the bytes: when that is used up, nothing is found any more.
 */
export class RowStartFinder {
  /** Everything before is known to hold no row. */
  resumeAt = 0;
  private columnCount = 0;
  private budget = 0;
  private isInLine = true;

  constructor(private readonly row: CsvRowScanner) {}

  /** Begins to look for rows of so many cells, behind the line that comes first. */
  begin(columnCount: number): void {
    this.columnCount = columnCount;
    this.budget = 32 * LOOK_AHEAD_BYTES;
    this.isInLine = true;
  }

  /** Looks in `bytes[start, end)`; `bytes[end]` is 0. `start` is where the last call ended its search. */
  find(bytes: Uint8Array, start: number, end: number, isLast: boolean): number {
    this.resumeAt = start;
    if (this.columnCount < 2) {
      this.resumeAt = end;
      return NOT_FOUND;
    }
    for (;;) {
      const lineStart = this.isInLine ? nextLine(bytes, this.resumeAt, end) : this.resumeAt;
      this.budget += COST * (lineStart - this.resumeAt);
      if (lineStart > this.resumeAt) this.isInLine = !isLineEnd(bytes[lineStart - 1]);
      this.resumeAt = lineStart;
      if (lineStart >= end) return NOT_FOUND;
      if (end - lineStart < LOOK_AHEAD_BYTES && !isLast) return NOT_FOUND;
      if (this.isRow(bytes, lineStart, end, isLast)) return lineStart;
      this.isInLine = true;
    }
  }

  private isRow(bytes: Uint8Array, start: number, end: number, isLast: boolean): boolean {
    if (this.budget <= 0) return false;
    const limit = Math.min(end, start + LOOK_AHEAD_BYTES);
    const behind = bytes[limit]!;
    bytes[limit] = 0;
    const rowEnd = this.row.scan(bytes, start, limit, isLast && limit === end);
    bytes[limit] = behind;
    this.budget -= rowEnd < 0 ? limit - start : rowEnd - start;
    return rowEnd >= 0 && this.row.cellCount === this.columnCount;
  }
}

/** Where the first line begins that begins behind `start`; `end` when none does. */
function nextLine(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && !isLineEnd(bytes[at])) at++;
  while (at < end && isLineEnd(bytes[at])) at++;
  return at;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}
