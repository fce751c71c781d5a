/**
 * Replaces hits that are texts by the hits of what the texts hold. `readText` finds those and adds them to the scanner's,
 * from which the other functions are. Where things lie says `simdTextReader.ts`.
 */

import { HAS_NO_ROOM, IS_NONE } from './answers';
import { CONTAINER, ESCAPED_TEXT, bytesAt, hitEnds, hitFields, hitKinds, hitStarts } from './hits';
export { setHits } from './hits';

const NO_FIELD: i32 = 0xff;

/** Adds what is wanted, which a place in the memory tells, of what the text `[start, end)` of the memory holds. */
declare function readText(wanted: i32, start: i32, end: i32, isEscaped: bool): i32;
declare function countHits(): i32;
declare function keepHits(count: i32): void;
declare function addHit(field: i32, kind: i32, start: i32, end: i32): bool;

/** The hits as they were, from the first text on. */
let oldFields: i32 = 0;
let oldKinds: i32 = 0;
let oldStarts: i32 = 0;
let oldEnds: i32 = 0;

/** By text, what is wanted of it (0: nothing), and its field when it is only a text. */
let wantedAt: i32 = 0;
let plainFields: i32 = 0;
let textCount: i32 = 0;
/** Fields from this one on are texts; -1 when each hit behind the first is one, by its place. */
let firstText: i32 = 0;

/** Says where there is room for `capacity` hits more, and for what is known of `maxTexts` texts. */
export function setRoom(room: i32, capacity: i32, maxTexts: i32): void {
  oldStarts = room;
  oldEnds = oldStarts + 4 * capacity;
  wantedAt = oldEnds + 4 * capacity;
  oldFields = wantedAt + 4 * maxTexts;
  oldKinds = oldFields + capacity;
  plainFields = oldKinds + capacity;
}

/** Says how many texts are known, and which fields they have. */
export function setTexts(count: i32, first: i32): void {
  textCount = count;
  firstText = first;
}

/** Reads the texts of the last scan's record; answers how many hits there are then, or {@link HAS_NO_ROOM} and leaves them. */
export function readTexts(hitCount: i32): i32 {
  const first = firstText < 0 ? min(1, hitCount) : findText(hitCount);
  const kept = firstText < 0 ? 0 : first;
  const count = hitCount - first;
  if (count == 0) return kept;
  copyBlocks(oldFields, hitFields + first, count);
  copyBlocks(oldKinds, hitKinds + first, count);
  copyBlocks(oldStarts, hitStarts + 4 * first, 4 * count);
  copyBlocks(oldEnds, hitEnds + 4 * first, 4 * count);
  keepHits(kept);
  if (readEach(count)) return countHits();
  copyBlocks(hitFields + first, oldFields, count);
  copyBlocks(hitKinds + first, oldKinds, count);
  copyBlocks(hitStarts + 4 * first, oldStarts, 4 * count);
  copyBlocks(hitEnds + 4 * first, oldEnds, 4 * count);
  return HAS_NO_ROOM;
}

/** The first hit that is a text; `hitCount` when none is. */
function findText(hitCount: i32): i32 {
  for (let hit = 0; hit < hitCount; hit += 16) {
    const texts = i8x16.bitmask(i8x16.ge_u(v128.load(hitFields + hit), i8x16.splat(<i8>firstText)));
    if (texts != 0) return min(hit + ctz(texts), hitCount);
  }
  return hitCount;
}

/** Copies 16 bytes at a step: there is room for them. */
function copyBlocks(to: i32, from: i32, length: i32): void {
  for (let at = 0; at < length; at += 16) v128.store(to + at, v128.load(from + at));
}

function readEach(hitCount: i32): bool {
  const isByPlace = firstText < 0;
  for (let hit = 0; hit < hitCount; hit++) {
    let field: i32 = load<u8>(oldFields + hit);
    const kind: i32 = load<u8>(oldKinds + hit);
    const start = bytesAt + load<i32>(oldStarts + 4 * hit);
    const end = bytesAt + load<i32>(oldEnds + 4 * hit);
    // What a container holds are hits, too: their places tell nothing then.
    if (isByPlace && kind == CONTAINER) return false;
    if (isByPlace || field >= firstText) {
      const text = isByPlace ? hit : field - firstText;
      if (text >= textCount) continue;
      const wanted = load<i32>(wantedAt + 4 * text);
      if (wanted != 0 && kind <= ESCAPED_TEXT) {
        const known = countHits();
        const answer = readText(wanted, start, end, kind == ESCAPED_TEXT);
        if (answer == HAS_NO_ROOM) return false;
        if (answer != IS_NONE) continue;
        keepHits(known);
      }
      field = load<u8>(plainFields + text);
      if (field == NO_FIELD) continue;
    }
    if (!addHit(field, kind, start, end)) return false;
  }
  return true;
}
