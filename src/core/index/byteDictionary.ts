import { trimmed, withRoom } from './growing';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Distinct texts, numbered in the order in which they came; entry 0 is `""`. Texts are kept as UTF-8 in one arena and
 * looked up by their bytes, so that what repeats never becomes a string.
 */
export class ByteDictionary {
  size = 1;
  /** What the last `add` answered: job, cycle and systems come in long runs. */
  private lastFound = 0;
  private arena = new Uint8Array(1024);
  /** `ends[entry]` is where the entry's bytes end in the arena. */
  private ends = new Uint32Array(64);
  /** Open addressing: entries, and 0 for a free place. */
  private places = new Uint32Array(128);

  /** The entry of a text, added when it is new. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    if (this.isAt(this.lastFound, bytes, start, end)) return this.lastFound;
    const mask = this.places.length - 1;
    let place = hashBytes(bytes, start, end) & mask;
    for (let entry = this.places[place]!; entry !== 0; entry = this.places[place]!) {
      if (this.isAt(entry, bytes, start, end)) return (this.lastFound = entry);
      place = (place + 1) & mask;
    }
    const added = this.size++;
    this.places[place] = added;
    const arenaEnd = this.ends[added - 1]!;
    this.arena = withRoom(this.arena, arenaEnd + end - start);
    this.ends = withRoom(this.ends, this.size);
    // A native copy costs more than it saves for the few bytes most texts have.
    if (end - start > 64) this.arena.set(bytes.subarray(start, end), arenaEnd);
    else for (let at = start; at < end; at++) this.arena[arenaEnd + at - start] = bytes[at]!;
    this.ends[added] = arenaEnd + end - start;
    if (2 * this.size > this.places.length) this.rehash(2 * this.places.length);
    return (this.lastFound = added);
  }

  /** As {@link add}, for a text that is a string already. */
  addText(text: string): number {
    const bytes = encoder.encode(text);
    return this.add(bytes, 0, bytes.length);
  }

  text(entry: number): string {
    return entry === 0 ? '' : decoder.decode(this.arena.subarray(this.ends[entry - 1], this.ends[entry]));
  }

  /** Length of an entry in bytes of UTF-8. */
  byteLengthOf(entry: number): number {
    return entry === 0 ? 0 : this.ends[entry]! - this.ends[entry - 1]!;
  }

  /** The same for equal texts of all dictionaries. */
  hashOf(entry: number): number {
    return entry === 0 ? 0 : hashBytes(this.arena, this.ends[entry - 1]!, this.ends[entry]!);
  }

  /** Gives back what growing left over. Texts can still be added. */
  trim(): void {
    this.arena = trimmed(this.arena, this.ends[this.size - 1]!);
    this.ends = trimmed(this.ends, this.size);
  }

  get byteLength(): number {
    return this.arena.byteLength + this.ends.byteLength + this.places.byteLength;
  }

  private isAt(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { arena } = this;
    const from = entry === 0 ? 0 : this.ends[entry - 1]!;
    if (this.ends[entry]! - from !== end - start) return false;
    for (let at = start, own = from; at < end; at++, own++) {
      if (arena[own] !== bytes[at]) return false;
    }
    return true;
  }

  private rehash(length: number): void {
    const places = new Uint32Array(length);
    for (let entry = 1; entry < this.size; entry++) {
      let place = this.hashOf(entry) & (length - 1);
      while (places[place] !== 0) place = (place + 1) & (length - 1);
      places[place] = entry;
    }
    this.places = places;
  }
}

/** A hash of some bytes, as a 32-bit integer. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
