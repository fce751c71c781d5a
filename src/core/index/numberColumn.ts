import type { NumberData } from './columnStore';
import { keepRows, trimmed, withRoom } from './growing';

/** A column of numbers, or of times in milliseconds since 1970 UTC; `NaN` where there is none. */
export class NumberColumn {
  private values = new Float64Array(64);
  private rowCount = 0;

  push(value: number): void {
    if (this.rowCount === this.values.length) this.values = withRoom(this.values, this.rowCount + 1);
    this.values[this.rowCount++] = value;
  }

  /** Makes room for so many rows at once. */
  reserve(rowCount: number): void {
    this.values = withRoom(this.values, rowCount);
  }

  at(row: number): number {
    return this.values[row] ?? NaN;
  }

  /** Takes the values of all rows. */
  restore(values: Float64Array<ArrayBuffer>): void {
    this.values = values;
    this.rowCount = values.length;
  }

  data(): NumberData {
    return { kind: 'number', values: this.values };
  }

  keep(isKept: Uint8Array): void {
    this.rowCount = keepRows(this.values, isKept);
  }

  trim(): void {
    this.values = trimmed(this.values, this.rowCount);
  }

  get byteLength(): number {
    return this.values.byteLength;
  }
}
