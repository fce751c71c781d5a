import { keyBase } from '../record/labels';
import { timeText } from '../record/readTime';
import type { EventTable } from './eventTable';
import { hashOfId } from './idColumn';

const NO_ROW = -1;

/**
 * Finds rows by the key of their event: its ID, else change ID, time and action. Rows are entered one after the other;
 * of rows with one key the first is found, and the others are told apart by `#2`, `#3` … in {@link setRepeat}.
 */
export class KeyTable {
  /** Open addressing: row + 1, and 0 for a free place. */
  private places = new Uint32Array(1024);
  private entered = 0;
  private readonly repeatOfRow = new Map<number, number>();
  private readonly rowOfRepeat = new Map<string, number>();

  constructor(private readonly table: EventTable) {}

  /** Enters the table's row; answers the first row that has its key already, or -1. */
  enter(row: number): number {
    if (2 * this.entered >= this.places.length) this.rehash(2 * this.places.length);
    const { places } = this;
    const mask = places.length - 1;
    let place = this.hashOf(row) & mask;
    for (let held = places[place]!; held !== 0; held = places[place]!) {
      if (this.isSameKey(row, held - 1)) return held - 1;
      place = (place + 1) & mask;
    }
    places[place] = row + 1;
    this.entered++;
    return NO_ROW;
  }

  /** Makes room for so many rows at once. */
  reserve(rowCount: number): void {
    const length = 2 ** Math.ceil(Math.log2(2 * rowCount + 2));
    if (length > this.places.length) this.rehash(length);
  }

  /** Says that a row is the `repeat`-th with its key, counted from 1. */
  setRepeat(row: number, repeat: number): void {
    this.repeatOfRow.set(row, repeat);
    this.rowOfRepeat.set(this.keyOf(row), row);
  }

  /** The event's key, unique in the log. */
  keyOf(row: number): string {
    const repeat = this.repeatOfRow.get(row);
    return repeat === undefined ? this.baseOf(row) : `${this.baseOf(row)}#${repeat}`;
  }

  /** The row of a key, or undefined. */
  rowOf(key: string): number | undefined {
    const repeated = this.rowOfRepeat.get(key);
    if (repeated !== undefined) return repeated;
    for (const hash of [hashOfId(key), this.hashOfComposite(key)]) {
      const row = this.places[this.placeOf(hash, (other) => this.baseOf(other) === key)]! - 1;
      if (row !== NO_ROW) return row;
    }
    return undefined;
  }

  get byteLength(): number {
    return this.places.byteLength;
  }

  private baseOf(row: number): string {
    const { id, change, time, action } = this.table.columns;
    return keyBase({
      id: id.text(row),
      changeId: change.text(row),
      time: timeText(time.at(row)),
      action: action.textAt(row),
    });
  }

  private hashOf(row: number): number {
    const { id, change, time, action } = this.table.columns;
    if (!id.isEmpty(row)) return id.hashOf(row);
    return composite(change.hashOf(row), time.at(row), action.textAt(row));
  }

  /** The hash of a key made of change ID, time and action. */
  private hashOfComposite(key: string): number {
    const [, change = '', time = '', action = ''] = /^(.*) (\S*) (\S*)$/s.exec(key) ?? [];
    return composite(hashOfId(change), time === '' ? NaN : Date.parse(time), action);
  }

  private isSameKey(row: number, other: number): boolean {
    const { id, change, time, action } = this.table.columns;
    if (!id.isEmpty(row) || !id.isEmpty(other)) return id.isEqual(row, other);
    return (
      change.isEqual(row, other) &&
      Object.is(time.at(row), time.at(other)) &&
      action.entryAt(row) === action.entryAt(other)
    );
  }

  /** The first place from a hash on that is free or whose row is wanted. */
  private placeOf(hash: number, isWanted: (row: number) => boolean): number {
    const mask = this.places.length - 1;
    let place = hash & mask;
    for (let held = this.places[place]!; held !== 0; held = this.places[place]!) {
      if (isWanted(held - 1)) return place;
      place = (place + 1) & mask;
    }
    return place;
  }

  private rehash(length: number): void {
    const old = this.places;
    this.places = new Uint32Array(length);
    for (const held of old) {
      if (held !== 0) this.places[this.placeOf(this.hashOf(held - 1), () => false)] = held;
    }
  }
}

function composite(changeHash: number, timeMs: number, action: string): number {
  let hash = Math.imul(changeHash ^ (Number.isNaN(timeMs) ? 1 : timeMs / 1000), 0x9e3779b1);
  for (let at = 0; at < action.length; at++) hash = Math.imul(hash ^ action.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
