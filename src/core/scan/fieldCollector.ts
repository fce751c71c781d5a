import { OPEN_BRACE, OPEN_BRACKET, isSpace } from './byteClasses';
import type { PathTree } from './pathTree';
import type { LengthDifference, ScannedRecord } from './recordScanner';
import { newEngine, type ScanEngine } from './scanEngine';
import { SCAN_MARGIN } from './scanMargin';
import { UNESCAPE_GAP } from './simdUnescape';

/** More than {@link UnpackText} may add to any text, margin included. */
const RESERVE = 64;
const FIRST_BYTES = 16 * 1024;

/**
 * Writes the JSON that the text `source[start, end)` spells to `target` from `at` on and returns where it ends; -1 when it
 * spells no object or list. `isEscaped` says that the text is the inside of a JSON string that holds escapes. The JSON is at
 * most {@link MAX_GROWTH} times as long as the text, and a few bytes.
 */
export type UnpackText = (
  target: Uint8Array,
  at: number,
  source: Uint8Array,
  start: number,
  end: number,
  isEscaped: boolean,
) => number;

/** How texts spell objects and lists, where that is not JSON. */
export interface TextNotation {
  readonly unpack: UnpackText;
  /** The names that values are known to have, as keys, numbered from 0 on. */
  readonly names: PathTree;
}

/** See {@link UnpackText}. */
export const MAX_GROWTH = 3;

/** Writes what `source[start, end)` spells to `target` from `at` on, never longer than it is spelled; returns where it ends. */
export type Unescape = (target: Uint8Array, at: number, source: Uint8Array, start: number, end: number) => number;

/** Fields of one record, as a {@link ScannedRecord} has them. */
export type Hits = Pick<ScannedRecord, 'hitCount' | 'hitFields' | 'hitKinds' | 'hitStarts' | 'hitEnds' | 'hitBytes'>;

/** A record with other hits than the scanner's own; one object for all records. */
export class RecordWithHits implements ScannedRecord {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  byteOffset = 0;
  event = 0;
  hitCount = 0;
  hitFields: Uint8Array = this.bytes;
  hitKinds: Uint8Array = this.bytes;
  hitStarts: Int32Array = new Int32Array(0);
  hitEnds: Int32Array = this.hitStarts;
  hitBytes: Uint8Array = this.bytes;
  durationMs: number | undefined;
  before: LengthDifference = { shrink: 0, soloLineEnds: 0, pairedLineEnds: 0 };
  inside = this.before;

  /** Takes over a record with the hits that were collected. */
  take(record: ScannedRecord, hits: Hits): this {
    this.bytes = record.bytes;
    this.start = record.start;
    this.end = record.end;
    this.byteOffset = record.byteOffset;
    this.event = record.event;
    this.before = record.before;
    this.inside = record.inside;
    this.hitCount = hits.hitCount;
    this.hitFields = hits.hitFields;
    this.hitKinds = hits.hitKinds;
    this.hitStarts = hits.hitStarts;
    this.hitEnds = hits.hitEnds;
    this.hitBytes = hits.hitBytes;
    return this;
  }
}

/**
 * The fields of one record, put together from several places: values as they stand, and what is wanted of JSON that
 * stands in a text. Everything is copied: the sources need not live on.
 */
export class FieldCollector implements Hits {
  hitCount = 0;
  hitFields = new Uint8Array(256);
  hitKinds = new Uint8Array(256);
  hitStarts = new Int32Array(256);
  hitEnds = new Int32Array(256);
  hitBytes: Uint8Array;
  /** Behind the last byte that was added. */
  end = 0;

  constructor(private readonly engine: ScanEngine = newEngine()) {
    this.hitBytes = engine.grown(undefined, FIRST_BYTES);
  }

  /** Begins the next record: forgets everything. */
  begin(): void {
    this.hitCount = 0;
    this.end = 0;
  }

  /** Adds one value, of the kinds of `hitKind`. Of a text, the range is what stands between its quotes. */
  add(field: number, kind: number, source: Uint8Array, start: number, end: number, unescape?: Unescape): void {
    this.reserve(end - start);
    const { hitBytes } = this;
    const at = this.end;
    if (unescape !== undefined) {
      this.end = unescape(hitBytes, at, source, start, end);
      this.hit(field, kind, at, this.end);
      return;
    }
    if (end - start > 64) hitBytes.set(source.subarray(start, end), at);
    else for (let from = start, to = at; from < end; from++, to++) hitBytes[to] = source[from]!;
    this.end = at + end - start;
    this.hit(field, kind, at, this.end);
  }

  /**
   * Adds what `paths` want of the object or list that a text spells, as {@link UnpackText} has it. False, and nothing is
   * added, when the text is no such JSON from its first to its last character. On success the JSON is the last thing in
   * `hitBytes`, up to `end`.
   */
  addJson(
    paths: PathTree | undefined,
    source: Uint8Array,
    start: number,
    end: number,
    isEscaped: boolean,
    unpack?: UnpackText,
  ): boolean {
    if (unpack === undefined && !beginsAsContainer(source, start, end)) return false;
    this.reserve(MAX_GROWTH * (end - start));
    const { hitBytes } = this;
    const at = this.end;
    const jsonEnd = unpack
      ? unpack(hitBytes, at, source, start, end, isEscaped)
      : this.takeJson(source, start, end, isEscaped);
    if (jsonEnd < 0) return false;
    hitBytes.fill(0, jsonEnd, jsonEnd + SCAN_MARGIN);
    return this.scan(paths, at, jsonEnd);
  }

  private takeJson(source: Uint8Array, start: number, end: number, isEscaped: boolean): number {
    const { hitBytes, engine } = this;
    const at = this.end;
    const length = end - start;
    // Taking escapes out needs a second place, which is behind the first.
    const copyAt = isEscaped ? at + length + UNESCAPE_GAP : at;
    hitBytes.set(source.subarray(start, end), copyAt);
    return isEscaped ? engine.unescape(hitBytes, at, copyAt, copyAt + length) : at + length;
  }

  private scan(paths: PathTree | undefined, start: number, end: number): boolean {
    const { values } = this.engine;
    const { hitBytes } = this;
    let valueEnd = values.scan(hitBytes, start, end, paths);
    if (valueEnd < 0) return false;
    while (isSpace[hitBytes[valueEnd]!] === 1) valueEnd++;
    if (valueEnd !== end) return false;
    const { hitCount, hitFields, hitKinds, hitStarts, hitEnds } = values;
    for (let hit = 0; hit < hitCount; hit++) {
      this.hit(hitFields[hit]!, hitKinds[hit]!, hitStarts[hit]!, hitEnds[hit]!);
    }
    this.end = end;
    return true;
  }

  private reserve(byteLength: number): void {
    const needed = this.end + byteLength + RESERVE;
    if (needed > this.hitBytes.length) this.hitBytes = this.engine.grown(this.hitBytes, 2 * needed);
  }

  private hit(field: number, kind: number, start: number, end: number): void {
    const count = this.hitCount++;
    if (count === this.hitFields.length) this.grow(2 * count);
    this.hitFields[count] = field;
    this.hitKinds[count] = kind;
    this.hitStarts[count] = start;
    this.hitEnds[count] = end;
  }

  private grow(length: number): void {
    const { hitFields, hitKinds, hitStarts, hitEnds } = this;
    this.hitFields = new Uint8Array(length);
    this.hitFields.set(hitFields);
    this.hitKinds = new Uint8Array(length);
    this.hitKinds.set(hitKinds);
    this.hitStarts = new Int32Array(length);
    this.hitStarts.set(hitStarts);
    this.hitEnds = new Int32Array(length);
    this.hitEnds.set(hitEnds);
  }
}

/** Whether a text begins as an object or a list does. Escapes do not matter: neither bracket needs one. */
function beginsAsContainer(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && isSpace[bytes[at]!] === 1) at++;
  return at < end && (bytes[at] === OPEN_BRACE || bytes[at] === OPEN_BRACKET);
}
