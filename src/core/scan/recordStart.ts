import { CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, isNumberPart, isSpace } from './byteClasses';
import type { PathTree } from './pathTree';
import { NEEDS_MORE, hitKind, type ValueReader } from './valueScanner';

const SHORT_LOOK = 512;
const LONG_LOOK = 16 * 1024;
/** When the budget is used up, candidates closer together than this are passed over. */
const SPARSE_STEP = 2 * SHORT_LOOK;

/** What {@link RecordStartFinder.find} answers besides a place. */
export const NOT_FOUND = -1;

/**
 * Looks for the next place where a record may begin after one that is broken: an object whose own keys include enough
 * of the marker keys. The work is bounded: it may cost a few times the bytes that came in, never more, whatever the
 * bytes hold.
 */
export class RecordStartFinder {
  /** Behind the last byte that need not be looked at again, when nothing was found. */
  resumeAt = 0;

  private budget = 1 << 20;

  /**
   * `markers` holds the marker keys, each with a field number below 32. Records that are lists have none: any will do.
   * `pages` holds the key of the list of records in the object around them.
   */
  constructor(
    private readonly scanner: ValueReader,
    private readonly markers: PathTree,
    private readonly pages: PathTree,
    private readonly areLists: boolean,
  ) {}

  /** More bytes mean more work that may be done. */
  earn(byteCount: number): void {
    this.budget += 4 * byteCount;
  }

  /** Takes work that was done in vain from the budget. */
  spend(byteCount: number): void {
    this.budget -= byteCount;
  }

  get isExhausted(): boolean {
    return this.budget < 0;
  }

  /**
   * The first plausible start in `bytes[from, end)` with at least `markersNeeded` of the marker keys, or
   * {@link NOT_FOUND}: go on at `resumeAt` when there are more bytes. `bytes[end]` must be 0.
   */
  find(bytes: Uint8Array, from: number, end: number, isLast: boolean, markersNeeded: number): number {
    for (let at = from; ; at += this.isExhausted ? SPARSE_STEP : 1) {
      at = at < end ? bytes.indexOf(this.areLists ? OPEN_BRACKET : OPEN_BRACE, at) : -1;
      this.resumeAt = at < 0 || at >= end ? end : at;
      if (this.resumeAt === end) return NOT_FOUND;
      if (this.areLists ? this.isList(bytes, at, end) : this.countMarkers(bytes, at, end) >= markersNeeded) return at;
      if (!isLast && this.isUndecided && end - at < LONG_LOOK) return NOT_FOUND;
    }
  }

  /**
   * Whether the object at `at` is a record by two marker keys, in front of a list of records if it has one; undefined when
   * more bytes are needed to tell.
   */
  isRecord(bytes: Uint8Array, at: number, end: number, isLast: boolean): boolean | undefined {
    if (this.areLists) return false;
    const list = this.listIn(bytes, at, Math.min(end, at + SHORT_LOOK));
    if (list >= 0) return this.look(bytes, at, list) >= 2;
    if (this.countMarkers(bytes, at, end) >= 2) return true;
    return !isLast && this.isUndecided && end - at < LONG_LOOK ? undefined : false;
  }

  /** Whether the last candidate ended before it could be judged. */
  private isUndecided = false;

  private countMarkers(bytes: Uint8Array, at: number, end: number): number {
    let next = at + 1;
    while (isSpace[bytes[next]!] === 1) next++;
    this.isUndecided = next >= end;
    if (bytes[next] !== QUOTE) return 0;
    const count = this.look(bytes, at, Math.min(end, at + SHORT_LOOK));
    return count >= 2 || !this.isUndecided || this.isExhausted
      ? count
      : this.look(bytes, at, Math.min(end, at + LONG_LOOK));
  }

  /** Whether a whole list begins here that stands between others: what looks like one in a text is followed by more text. */
  private isList(bytes: Uint8Array, at: number, end: number): boolean {
    let next = at + 1;
    while (isSpace[bytes[next]!] === 1) next++;
    this.isUndecided = next >= end;
    const first = bytes[next]!;
    if (first !== QUOTE && isNumberPart[first] === 0 && first !== 0x6e) return false;
    const limit = Math.min(end, at + LONG_LOOK);
    let listEnd = this.lookAt(bytes, at, limit, undefined);
    while (listEnd > 0 && listEnd < end && isSpace[bytes[listEnd]!] === 1) listEnd++;
    this.isUndecided ||= listEnd >= limit;
    return listEnd > 0 && listEnd < end && (bytes[listEnd] === COMMA || bytes[listEnd] === CLOSE_BRACKET);
  }

  /** Where the object's list of records begins; -1 when that is not seen. */
  private listIn(bytes: Uint8Array, at: number, end: number): number {
    this.lookAt(bytes, at, end, this.pages);
    const { hitCount, hitKinds, hitStarts } = this.scanner;
    for (let hit = 0; hit < hitCount; hit++) {
      const start = hitStarts[hit]!;
      if (hitKinds[hit] === hitKind.container && bytes[start] === OPEN_BRACKET) return start;
    }
    return -1;
  }

  private look(bytes: Uint8Array, at: number, end: number): number {
    this.lookAt(bytes, at, end, this.markers);
    let seen = 0;
    for (let hit = 0; hit < this.scanner.hitCount; hit++) seen |= 1 << this.scanner.hitFields[hit]!;
    return bitCount(seen);
  }

  private lookAt(bytes: Uint8Array, at: number, end: number, paths: PathTree | undefined): number {
    // The scanner ends at a 0 behind the limit: what stands there comes back at once.
    const kept = bytes[end]!;
    bytes[end] = 0;
    const answer = this.scanner.scan(bytes, at, end, paths);
    bytes[end] = kept;
    this.isUndecided = answer === NEEDS_MORE;
    this.spend((answer < 0 ? this.scanner.faultAt : answer) - at);
    return answer;
  }
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
