import type { DictionaryData, JoinedTexts } from './columnStore';
import { keepRows, withRoom } from './growing';

/** What a dictionary column refers to. */
export interface Entries {
  readonly size: number;
  text(entry: number): string;
  reader?(): (entry: number) => string;
  joined?(): JoinedTexts | undefined;
  reserve?(times: number): void;
  trim(): void;
  readonly byteLength: number;
}

/** A column of dictionary entries, one a row; once it is trimmed, in as few bytes as the largest entry needs. */
export class DictionaryColumn<Dictionary extends Entries = Entries> {
  private entries: Uint8Array | Uint16Array | Uint32Array = new Uint32Array(64);
  private rowCount = 0;

  constructor(readonly dictionary: Dictionary) {}

  push(entry: number): void {
    if (this.rowCount === this.entries.length) this.entries = withRoom(this.entries, this.rowCount + 1);
    this.entries[this.rowCount++] = entry;
  }

  /** Makes room for so many rows at once, and for their texts where nearly each row so far brought a new one. */
  reserve(rowCount: number): void {
    this.entries = withRoom(this.entries, rowCount);
    const isVaried = this.rowCount > 0 && 2 * this.dictionary.size > this.rowCount;
    if (isVaried) this.dictionary.reserve?.(rowCount / this.rowCount);
  }

  /** The entries of all rows. */
  kept(): Uint8Array | Uint16Array | Uint32Array {
    return this.entries.subarray(0, this.rowCount);
  }

  /** Takes the entries of all rows; the dictionary gets its texts besides. */
  restore(entries: Uint8Array | Uint16Array | Uint32Array): void {
    this.entries = entries;
    this.rowCount = entries.length;
  }

  keep(isKept: Uint8Array): void {
    this.rowCount = keepRows(this.entries, isKept);
  }

  trim(): void {
    const { size } = this.dictionary;
    const entries = this.entries.subarray(0, this.rowCount);
    this.entries =
      size <= 0x100
        ? Uint8Array.from(entries)
        : size <= 0x10000
          ? Uint16Array.from(entries)
          : Uint32Array.from(entries);
    this.dictionary.trim();
  }

  get byteLength(): number {
    return this.entries.byteLength + this.dictionary.byteLength;
  }

  entryAt(row: number): number {
    return this.entries[row] ?? 0;
  }

  textAt(row: number): string {
    return this.dictionary.text(this.entryAt(row));
  }

  /** A view of the column as it is now. */
  data(): DictionaryData {
    const { entries, dictionary } = this;
    return {
      kind: 'dictionary',
      entries,
      size: dictionary.size,
      text: (entry) => dictionary.text(entry),
      reader: () => dictionary.reader?.() ?? ((entry) => dictionary.text(entry)),
      joined: () => dictionary.joined?.(),
    };
  }
}
