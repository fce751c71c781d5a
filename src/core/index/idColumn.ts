import { ByteDictionary, hashBytes } from './byteDictionary';
import type { IdData } from './columnStore';
import { keepRows, trimmed, withRoom } from './growing';
import { GUID_LENGTH, guidText, packGuid } from './guid';
import { guidPart } from './guidPart';

/** Marks a row whose value is no GUID: its last word is then an entry of the dictionary. */
const OTHER = [0x6e6f7420, 0x61204755, 0x49442121] as const;

/** A column of identifiers that hardly repeat: a GUID takes 16 bytes, anything else a dictionary entry besides. */
export class IdColumn implements IdData {
  readonly kind = 'id';
  private words = new Uint32Array(256);
  private rowCount = 0;
  private readonly others = new ByteDictionary();

  /** Adds a row; answers the entry of an ID that is no GUID, or -1. */
  push(bytes: Uint8Array, start: number, end: number): number {
    const at = 4 * this.rowCount;
    this.words = withRoom(this.words, at + 4);
    // A GUID that looks like the mark itself is kept as text.
    if (packGuid(this.words, at, bytes, start, end) && !isOther(this.words, at)) {
      this.rowCount++;
      return -1;
    }
    const entry = this.others.add(bytes, start, end);
    this.pushEntry(entry);
    return entry;
  }

  /** Adds a row that holds the GUID in four words; false, and no row, for one that has to be kept as text. */
  pushGuid(words: Uint32Array, from: number): boolean {
    if (isOther(words, from)) return false;
    const at = this.addRow();
    for (let word = 0; word < 4; word++) this.words[at + word] = words[from + word]!;
    return true;
  }

  /** Adds an ID that is no GUID to the dictionary and answers its entry. */
  addOther(bytes: Uint8Array, start: number, end: number): number {
    return this.others.add(bytes, start, end);
  }

  /** Adds a row that holds an entry of the dictionary. */
  pushEntry(entry: number): void {
    const at = this.addRow();
    this.words.set(OTHER, at);
    this.words[at + 3] = entry;
  }

  /** Makes room for so many rows at once. */
  reserve(rowCount: number): void {
    this.words = withRoom(this.words, 4 * rowCount);
  }

  text(row: number): string {
    const at = 4 * row;
    return isOther(this.words, at) ? this.others.text(this.words[at + 3]!) : guidText(this.words, at);
  }

  isEmpty(row: number): boolean {
    return isOther(this.words, 4 * row) && this.words[4 * row + 3] === 0;
  }

  isEqual(row: number, other: number): boolean {
    const { words } = this;
    for (let word = 0; word < 4; word++) if (words[4 * row + word] !== words[4 * other + word]) return false;
    return true;
  }

  hashOf(row: number): number {
    const { words } = this;
    const at = 4 * row;
    return isOther(words, at) ? this.others.hashOf(words[at + 3]!) : hashWords(words, at);
  }

  matcher(text: string): (row: number) => boolean {
    const bytes = new TextEncoder().encode(text.toLowerCase());
    const sought = new Uint32Array(4);
    const isGuid = packGuid(sought, 0, bytes, 0, bytes.length) && !isOther(sought, 0);
    const entries = this.entriesLike(text);
    const { words } = this;
    return (row) => {
      const at = 4 * row;
      if (isOther(words, at)) return entries.has(words[at + 3]!);
      return (
        isGuid &&
        words[at] === sought[0] &&
        words[at + 1] === sought[1] &&
        words[at + 2] === sought[2] &&
        words[at + 3] === sought[3]
      );
    };
  }

  partMatcher(part: string): (row: number) => boolean {
    const isIn = guidPart(part);
    const { words } = this;
    return (row) => isOther(words, 4 * row) || isIn(words, 4 * row);
  }

  keep(isKept: Uint8Array): void {
    this.rowCount = keepRows(this.words, isKept, 4);
  }

  trim(): void {
    this.words = trimmed(this.words, 4 * this.rowCount);
    this.others.trim();
  }

  get byteLength(): number {
    return this.words.byteLength + this.others.byteLength;
  }

  /** Where the words of one more row stand. */
  private addRow(): number {
    const at = 4 * this.rowCount++;
    if (at === this.words.length) this.words = withRoom(this.words, at + 4);
    return at;
  }

  /** The dictionary's entries that equal a text, ignoring case. */
  private entriesLike(text: string): ReadonlySet<number> {
    const { others } = this;
    const lower = text.toLowerCase();
    const entries = new Set<number>();
    // Casing changes the length of few characters in UTF-8, and of none by more than a factor of three.
    const byteLength = new TextEncoder().encode(text).length;
    for (let entry = 0; entry < others.size; entry++) {
      const length = others.byteLengthOf(entry);
      if (length > 3 * byteLength || 3 * length < byteLength) continue;
      if (others.text(entry).toLowerCase() === lower) entries.add(entry);
    }
    return entries;
  }
}

/** What {@link IdColumn.hashOf} answers for a row that holds this text. */
export function hashOfId(text: string): number {
  const bytes = new TextEncoder().encode(text);
  const words = new Uint32Array(4);
  if (bytes.length === GUID_LENGTH && packGuid(words, 0, bytes, 0, bytes.length) && !isOther(words, 0)) {
    return hashWords(words, 0);
  }
  return bytes.length === 0 ? 0 : hashBytes(bytes, 0, bytes.length);
}

function isOther(words: Uint32Array, at: number): boolean {
  return words[at] === OTHER[0] && words[at + 1] === OTHER[1] && words[at + 2] === OTHER[2];
}

function hashWords(words: Uint32Array, at: number): number {
  let hash = 0;
  for (let word = 0; word < 4; word++) hash = Math.imul(hash ^ words[at + word]!, 0x9e3779b1);
  return hash ^ (hash >>> 16);
}
