/**
 * Replaces hits that are texts by the hits of what the texts hold. `readText` finds those and adds them to the scanner's,
 * from which the other functions are. Where things lie says `simdTextReader.ts`.
 */

const ESCAPED_TEXT: i32 = 1;
const NO_FIELD: i32 = 0xff;

/** What {@link readText} answers when the hits have no room. Otherwise whether the text holds an object or a list. */
const HAS_NO_ROOM: i32 = -1;
const IS_NONE: i32 = 0;

/** Adds what is wanted below a node of what the text `[start, end)` of the memory holds. */
declare function readText(node: i32, start: i32, end: i32, isEscaped: bool): i32;
declare function countHits(): i32;
declare function keepHits(count: i32): void;
declare function addHit(field: i32, kind: i32, start: i32, end: i32): bool;

let hitFields: i32 = 0;
let hitKinds: i32 = 0;
let hitStarts: i32 = 0;
let hitEnds: i32 = 0;
let bytesAt: i32 = 0;

/** The hits as they were. */
let oldFields: i32 = 0;
let oldKinds: i32 = 0;
let oldStarts: i32 = 0;
let oldEnds: i32 = 0;

/** Fields from `firstText` on are texts; by text, the node of what is wanted of it, and its field when it is only a text. */
let firstText: i32 = 0;
let nodes: i32 = 0;
let plainFields: i32 = 0;

/** Says where the scanner's hits and their bytes lie. */
export function setHits(fields: i32, kinds: i32, starts: i32, ends: i32, bytes: i32): void {
  hitFields = fields;
  hitKinds = kinds;
  hitStarts = starts;
  hitEnds = ends;
  bytesAt = bytes;
}

/** Says where there is room for `capacity` hits more, with what is known of texts behind them. */
export function setRoom(room: i32, capacity: i32, textCount: i32, firstTextField: i32): void {
  oldStarts = room;
  oldEnds = oldStarts + 4 * capacity;
  nodes = oldEnds + 4 * capacity;
  oldFields = nodes + 4 * textCount;
  oldKinds = oldFields + capacity;
  plainFields = oldKinds + capacity;
  firstText = firstTextField;
}

/** Reads the texts of the last scan's record; answers how many hits there are then, or {@link HAS_NO_ROOM} and leaves them. */
export function readTexts(hitCount: i32): i32 {
  memory.copy(oldFields, hitFields, hitCount);
  memory.copy(oldKinds, hitKinds, hitCount);
  memory.copy(oldStarts, hitStarts, 4 * hitCount);
  memory.copy(oldEnds, hitEnds, 4 * hitCount);
  if (readEach(hitCount)) return countHits();
  memory.copy(hitFields, oldFields, hitCount);
  memory.copy(hitKinds, oldKinds, hitCount);
  memory.copy(hitStarts, oldStarts, 4 * hitCount);
  memory.copy(hitEnds, oldEnds, 4 * hitCount);
  return HAS_NO_ROOM;
}

function readEach(hitCount: i32): bool {
  keepHits(0);
  for (let hit = 0; hit < hitCount; hit++) {
    let field: i32 = load<u8>(oldFields + hit);
    const kind: i32 = load<u8>(oldKinds + hit);
    const start = bytesAt + load<i32>(oldStarts + 4 * hit);
    const end = bytesAt + load<i32>(oldEnds + 4 * hit);
    if (field >= firstText) {
      const text = field - firstText;
      if (kind <= ESCAPED_TEXT) {
        const known = countHits();
        const answer = readText(load<i32>(nodes + 4 * text), start, end, kind == ESCAPED_TEXT);
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
