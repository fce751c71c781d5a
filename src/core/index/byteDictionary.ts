import { ByteView } from '../scan/byteView';
import type { JoinedTexts } from './columnStore';
import { trimmed, withRoom } from './growing';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();
const MIN_PLACES = 128;
const noBytes = new Uint8Array(0);

/**
 * Distinct texts, numbered in the order in which they came; entry 0 is `""`. Texts are kept as UTF-8 in one arena and
 * looked up by their bytes, so that what repeats never becomes a string.
 */
export class ByteDictionary {
  size = 1;
  private arena = new Uint8Array(1024);
  private arenaView = new DataView(this.arena.buffer);
  private readonly input = new ByteView();
  private lastJoined: WeakRef<JoinedTexts> | undefined;
  /** The entry of the last text: rows that follow each other often hold the same. */
  private last = 0;
  /** `ends[entry]` is where the entry's bytes end in the arena. */
  private ends = new Uint32Array(64);
  /** Open addressing: entries, and 0 for a free place. */
  private places = new Uint32Array(MIN_PLACES);

  /** The entry of a text, added when it is new. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return 0;
    const view = this.input.of(bytes);
    if (this.isAt(this.last, view, start, end)) return this.last;
    const mask = this.places.length - 1;
    let place = hashView(view, start, end) & mask;
    let entry = this.places[place]!;
    while (entry !== 0 && !this.isAt(entry, view, start, end)) {
      place = (place + 1) & mask;
      entry = this.places[place]!;
    }
    if (entry === 0) {
      entry = this.append(bytes, start, end);
      this.places[place] = entry;
      if (2 * this.size > this.places.length) this.rehash(2 * this.places.length);
    }
    this.last = entry;
    return entry;
  }

  /** The entry of a text; undefined when it was never added. */
  find(bytes: Uint8Array, start: number, end: number): number | undefined {
    if (start === end) return 0;
    const view = this.input.of(bytes);
    const mask = this.places.length - 1;
    let place = hashView(view, start, end) & mask;
    while (this.places[place] !== 0 && !this.isAt(this.places[place]!, view, start, end)) place = (place + 1) & mask;
    return this.places[place] === 0 ? undefined : this.places[place];
  }

  /** As {@link add}, for a text that is a string already. */
  addText(text: string): number {
    const bytes = encoder.encode(text);
    return this.add(bytes, 0, bytes.length);
  }

  text(entry: number): string {
    return entry === 0 ? '' : decoder.decode(this.arena.subarray(this.ends[entry - 1], this.ends[entry]));
  }

  /** Reads texts as {@link text} does, for who reads many of them now: all are decoded at once, which takes a tenth. */
  reader(): (entry: number) => string {
    const joined = this.joined();
    if (joined === undefined) return (entry) => this.text(entry);
    const { text, ends } = joined;
    return (entry) => (entry === 0 ? '' : text.slice(ends[entry - 1], ends[entry]));
  }

  /**
   * All texts, one behind the other; undefined when some are no UTF-8. Kept until memory is wanted: who asks for texts asks
   * again, with the next key.
   */
  joined(): JoinedTexts | undefined {
    const { ends, size } = this;
    const known = this.lastJoined?.deref();
    if (known?.size === size) return known;
    const bytes = this.arena.subarray(0, ends[size - 1]);
    const text = decodeAll(bytes);
    // Where every byte is a character of its own, bytes are counted like characters.
    const unitsEnd = text === undefined || text.length === bytes.length ? ends : unitEnds(bytes, ends, size);
    if (text === undefined || unitsEnd === undefined) return undefined;
    const joined = { text, ends: unitsEnd, size };
    this.lastJoined = new WeakRef(joined);
    return joined;
  }

  /** The texts of all entries from entry 1 on. */
  texts(): string[] {
    return Array.from({ length: this.size - 1 }, (_, before) => this.text(before + 1));
  }

  /** The UTF-8 of an entry, valid until something is added. */
  bytesOf(entry: number): Uint8Array {
    return entry === 0 ? noBytes : this.arena.subarray(this.ends[entry - 1], this.ends[entry]);
  }

  /** Length of an entry in bytes of UTF-8. */
  byteLengthOf(entry: number): number {
    return entry === 0 ? 0 : this.ends[entry]! - this.ends[entry - 1]!;
  }

  /** The same for equal texts of all dictionaries. */
  hashOf(entry: number): number {
    return entry === 0 ? 0 : hashView(this.arenaView, this.ends[entry - 1]!, this.ends[entry]!);
  }

  /** Makes room for `times` as many texts as there are. */
  reserve(times: number): void {
    const textCount = Math.ceil(times * this.size);
    this.setArena(withRoom(this.arena, Math.ceil(times * this.ends[this.size - 1]!)));
    this.ends = withRoom(this.ends, textCount);
    const length = placesFor(textCount);
    if (length > this.places.length) this.rehash(length);
  }

  /** Gives back what growing left over. Texts can still be added. */
  trim(): void {
    this.setArena(trimmed(this.arena, this.ends[this.size - 1]!));
    this.ends = trimmed(this.ends, this.size);
    const length = placesFor(this.size);
    if (length < this.places.length) this.rehash(length);
  }

  get byteLength(): number {
    return this.arena.byteLength + this.ends.byteLength + this.places.byteLength;
  }

  private append(bytes: Uint8Array, start: number, end: number): number {
    const added = this.size++;
    const arenaStart = this.ends[added - 1]!;
    const arenaEnd = arenaStart + end - start;
    if (arenaEnd > this.arena.length) this.setArena(withRoom(this.arena, arenaEnd));
    if (added === this.ends.length) this.ends = withRoom(this.ends, this.size);
    this.ends[added] = arenaEnd;
    if (end - start > SHORT_TEXT) this.arena.set(bytes.subarray(start, end), arenaStart);
    else copyShort(bytes, start, end, this.arena, arenaStart);
    return added;
  }

  private setArena(arena: Uint8Array<ArrayBuffer>): void {
    this.arena = arena;
    this.arenaView = new DataView(arena.buffer);
  }

  private isAt(entry: number, view: DataView, start: number, end: number): boolean {
    if (entry === 0) return false;
    const { arenaView } = this;
    const length = end - start;
    let own = this.ends[entry - 1]!;
    if (this.ends[entry]! - own !== length) return false;
    let at = start;
    for (; at + 4 <= end; at += 4, own += 4) {
      if (arenaView.getInt32(own, true) !== view.getInt32(at, true)) return false;
    }
    for (; at < end; at++, own++) {
      if (arenaView.getUint8(own) !== view.getUint8(at)) return false;
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

/** Undefined when some bytes are no UTF-8: each entry has to be decoded by itself then. */
function decodeAll(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where each entry ends in UTF-16 units; undefined when a character goes over the end of an entry. */
function unitEnds(bytes: Uint8Array, ends: Uint32Array, size: number): Uint32Array | undefined {
  const found = new Uint32Array(size);
  let units = 0;
  let at = 0;
  for (let entry = 1; entry < size; entry++) {
    const end = ends[entry]!;
    if ((bytes[at]! & 0xc0) === 0x80) return undefined;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      units += byte < 0x80 ? 1 : byte < 0xc0 ? 0 : byte < 0xf0 ? 1 : 2;
    }
    found[entry] = units;
  }
  return found;
}

/** How many places so many texts need: at most half of them are taken. */
function placesFor(textCount: number): number {
  return Math.max(MIN_PLACES, 2 ** Math.ceil(Math.log2(2 * textCount)));
}

/** For so few bytes a view of them costs more than copying them one by one. */
const SHORT_TEXT = 64;

function copyShort(bytes: Uint8Array, start: number, end: number, target: Uint8Array, targetStart: number): void {
  for (let from = start, to = targetStart; from < end; from++, to++) target[to] = bytes[from]!;
}

/** A hash of some bytes, as a 32-bit integer. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  return hashView(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), start, end);
}

/** Four lanes that do not wait for each other: a chain of multiplications takes several times as long. */
function hashView(view: DataView, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  let at = start;
  if (end - start >= 16) {
    let second = 0x85ebca6b;
    let third = 0xc2b2ae35;
    let fourth = 0x27d4eb2f;
    for (; at + 16 <= end; at += 16) {
      hash = mixed(hash, view.getInt32(at, true));
      second = mixed(second, view.getInt32(at + 4, true));
      third = mixed(third, view.getInt32(at + 8, true));
      fourth = mixed(fourth, view.getInt32(at + 12, true));
    }
    hash = mixed(mixed(mixed(hash, second), third), fourth);
  }
  for (; at + 4 <= end; at += 4) hash = mixed(hash, view.getInt32(at, true));
  for (; at < end; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}
