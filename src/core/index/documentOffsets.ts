import type { LengthDifference } from '../scan/recordScanner';
import { keepRows, trimmed, withRoom } from './growing';

/**
 * How far each record's place in a text document is from its place in bytes. A document counts UTF-16 units, and VS
 * Code gives all its line ends one spelling: CR LF when more than half of the file's line ends hold a carriage return,
 * else LF. Nothing is kept for rows before the first that differs: a file in ASCII with line ends of one kind costs
 * nothing.
 */
export class DocumentOffsets {
  /** What to take from a byte offset at a record's start, by row; shorter than the rows when the rest is unknown. */
  private before = new Float64Array(0);
  /** What to take from a record's length in bytes, by row. */
  private inside = new Int32Array(0);
  /** The file that is being read: six numbers a row from `firstRow` on, until its line ends are known. */
  private open = new Float64Array(0);
  private firstRow = 0;
  private differs = false;

  /** Begins a file whose first record will be `row`. */
  beginFile(row: number): void {
    this.firstRow = row;
    this.differs = false;
  }

  /** Takes a row's differences: up to its record, and inside it. */
  push(row: number, before: LengthDifference, inside: LengthDifference): void {
    if (!this.differs && isNone(before) && isNone(inside)) return;
    const at = 6 * (row - this.firstRow);
    this.differs = true;
    this.open = withRoom(this.open, at + 6);
    this.open[at] = before.shrink;
    this.open[at + 1] = before.soloLineEnds;
    this.open[at + 2] = before.pairedLineEnds;
    this.open[at + 3] = inside.shrink;
    this.open[at + 4] = inside.soloLineEnds;
    this.open[at + 5] = inside.pairedLineEnds;
  }

  /** Takes a row of a file whose line ends are known. */
  pushKnown(row: number, before: number, inside: number): void {
    if (before === 0 && inside === 0) return;
    this.before = withRoom(this.before, row + 1);
    this.inside = withRoom(this.inside, row + 1);
    this.before[row] = before;
    this.inside[row] = inside;
  }

  /** Ends the file: `rowCount` is that of all files so far, `total` the file's differences, `returns` its lone carriage returns. */
  endFile(rowCount: number, total: LengthDifference, returns: number): void {
    const lineEnds = total.soloLineEnds + total.pairedLineEnds;
    const becomesPaired = total.pairedLineEnds + returns > lineEnds / 2;
    const soloCost = becomesPaired ? -1 : 0;
    const pairedCost = becomesPaired ? 0 : 1;
    const { open, firstRow } = this;
    const isSame = total.shrink === 0 && soloCost * total.soloLineEnds === 0 && pairedCost * total.pairedLineEnds === 0;
    if (this.differs && !isSame) {
      this.before = withRoom(this.before, rowCount);
      this.inside = withRoom(this.inside, rowCount);
      for (let row = firstRow; row < rowCount; row++) {
        const at = 6 * (row - firstRow);
        this.before[row] = open[at]! + soloCost * open[at + 1]! + pairedCost * open[at + 2]!;
        this.inside[row] = open[at + 3]! + soloCost * open[at + 4]! + pairedCost * open[at + 5]!;
      }
    }
    this.open = new Float64Array(0);
  }

  /** Byte offset minus document offset of a row's first character. */
  shiftBefore(row: number): number {
    return this.before[row] ?? 0;
  }

  /** Byte length minus document length of a row's record. */
  shiftInside(row: number): number {
    return this.inside[row] ?? 0;
  }

  /** Differences as arrays by name; none where nothing differs. */
  kept(): Record<string, Float64Array | Int32Array> {
    return this.before.length === 0 ? {} : { before: this.before, inside: this.inside };
  }

  /** Takes over what {@link kept} gave. */
  restore(kept: Readonly<Record<string, unknown>>): void {
    if (kept.before === undefined) return;
    this.before = kept.before as Float64Array<ArrayBuffer>;
    this.inside = kept.inside as Int32Array<ArrayBuffer>;
  }

  keep(isKept: Uint8Array): void {
    if (this.before.length === 0) return;
    this.before = withRoom(this.before, isKept.length);
    this.inside = withRoom(this.inside, isKept.length);
    keepRows(this.before, isKept);
    keepRows(this.inside, isKept);
  }

  trim(rowCount: number): void {
    if (this.before.length === 0) return;
    this.before = trimmed(withRoom(this.before, rowCount), rowCount);
    this.inside = trimmed(withRoom(this.inside, rowCount), rowCount);
  }

  get byteLength(): number {
    return this.before.byteLength + this.inside.byteLength;
  }
}

function isNone({ shrink, soloLineEnds, pairedLineEnds }: LengthDifference): boolean {
  return shrink === 0 && soloLineEnds === 0 && pairedLineEnds === 0;
}
