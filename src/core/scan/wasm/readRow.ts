/**
 * Which values of a scanned record make its row, and which of them were seen before. Where things lie says
 * `rowLayout.ts`, what the numbers mean `rowReader.ts`.
 */

import {
  ARENA,
  ARENA_BYTES,
  COLUMN_FIELDS,
  ENTRIES,
  FIELDS_OF_COLUMN,
  FIELD_OF_PATH,
  GUIDS,
  HIT_OF_COLUMN,
  HIT_OF_FIELD,
  ID_FIELDS,
  IS_GUID,
  IS_OWN_KEY,
  JOINED,
  MAX_COLUMNS,
  MAX_TEXT,
  NO_FIELD,
  NUMBERS,
  PATH_OF_FIELD,
  RANKS,
  TABLE,
  TABLE_LENGTH,
} from '../rowLayout';
import { LINE_FEED, SPACE } from './bytes';
import { ESCAPED_TEXT, NULL, TEXT, bytesAt, endOf, hitFields, kindOf, startOf } from './hits';
export { setHits } from './hits';

const NO_PATH: i32 = 0xff;
const NO_HIT: i32 = -1;
const UNKNOWN: u32 = 0xffffffff;
/** What stands before a remembered text: its hash, its key, its length and its entry. */
const HEAD_BYTES: i32 = 16;

let fieldOfPath: i32 = 0;
let isOwnKey: i32 = 0;
let ranks: i32 = 0;
let columnFields: i32 = 0;
let idFields: i32 = 0;
let hitOfField: i32 = 0;
let entries: i32 = 0;
let hitOfColumn: i32 = 0;
let guids: i32 = 0;
let isGuid: i32 = 0;
let joined: i32 = 0;
let pathOfField: i32 = 0;
let numbers: i32 = 0;
let table: i32 = 0;
let arena: i32 = 0;

let fieldCount: i32 = 0;
let columnCount: i32 = 0;
let idCount: i32 = 0;
let decidedField: i32 = NO_FIELD;
let rankedField: i32 = NO_FIELD;
let joinedField: i32 = NO_FIELD;
let undecided: i32 = 0;
let timeField: i32 = NO_FIELD;
let numberField: i32 = NO_FIELD;

let textCount: i32 = 0;
let arenaEnd: i32 = 0;

/** What the row's decided field says, else the highest of its ranked one. */
let decided: i32 = 0;
/** Length of the joined text, and whether there are escapes in it. */
let joinedLength: i32 = 0;
let joinedKind: i32 = TEXT;

/** Says where there is room for everything else. */
export function setRoom(room: i32): void {
  fieldOfPath = room + FIELD_OF_PATH;
  isOwnKey = room + IS_OWN_KEY;
  ranks = room + RANKS;
  columnFields = room + COLUMN_FIELDS;
  idFields = room + ID_FIELDS;
  hitOfField = room + HIT_OF_FIELD;
  entries = room + ENTRIES;
  hitOfColumn = room + HIT_OF_COLUMN;
  guids = room + GUIDS;
  isGuid = room + IS_GUID;
  joined = room + JOINED;
  pathOfField = room + PATH_OF_FIELD;
  numbers = room + NUMBERS;
  table = room + TABLE;
  arena = room + ARENA;
}

/** Begins with a plan, which lies in its place already, and no known texts. */
export function setPlan(
  fields: i32,
  columns: i32,
  ids: i32,
  decidedBy: i32,
  rankedBy: i32,
  joinedBy: i32,
  undecidedEntry: i32,
  timeIn: i32,
  numberIn: i32,
): void {
  fieldCount = fields;
  columnCount = columns;
  idCount = ids;
  decidedField = decidedBy;
  rankedField = rankedBy;
  joinedField = joinedBy;
  undecided = undecidedEntry;
  timeField = timeIn;
  numberField = numberIn;
  forgetTexts();
}

/** Reads a record and answers its decided entry; -1 when a value that decides is not known yet. */
export function readRow(hitCount: i32): i32 {
  if (!chooseHits(hitCount)) return -1;
  for (let column = 0; column < columnCount; column++) readColumn(column);
  for (let id = 0; id < idCount; id++) readId(id);
  readNumbers();
  return decided;
}

/** Remembers what column `column` of the row holds. */
export function rememberColumn(column: i32, entry: u32): void {
  const hit = load<i32>(hitOfColumn + 4 * column);
  if (hit == NO_HIT) remember(keyOf(column, NO_FIELD, TEXT), bytesAt, 0, entry);
  else rememberHit(column, hit, entry);
}

/** Remembers what a hit means for a column. */
export function rememberHit(column: i32, hit: i32, entry: u32): void {
  remember(keyOfHit(column, hit), startOf(hit), endOf(hit) - startOf(hit), entry);
}

/** Remembers the joined text, as column `column` of the row. */
export function rememberJoined(column: i32, entry: u32): void {
  remember(keyOf(column, NO_FIELD, joinedKind), joined, joinedLength, entry);
}

function chooseHits(hitCount: i32): bool {
  memory.fill(pathOfField, <u8>NO_PATH, fieldCount);
  memory.fill(hitOfField, 0xff, 4 * fieldCount);
  decided = undecided;
  joinedLength = 0;
  joinedKind = TEXT;
  let highest = undecided;
  for (let hit = 0; hit < hitCount; hit++) {
    if (kindOf(hit) >= NULL || isBlank(hit)) continue;
    const path: i32 = load<u8>(hitFields + hit);
    const field: i32 = load<u8>(fieldOfPath + path);
    if (field == joinedField) {
      if (!join(hit)) return false;
      continue;
    }
    if (field == rankedField) {
      const entry = entryOfHit(MAX_COLUMNS + field, hit);
      if (entry == UNKNOWN) return false;
      if (load<u8>(ranks + entry) > load<u8>(ranks + highest)) highest = entry;
      continue;
    }
    const known: i32 = load<u8>(pathOfField + field);
    if (field == decidedField) {
      const entry = entryOfHit(MAX_COLUMNS + field, hit);
      if (entry == UNKNOWN) return false;
      if (entry == undecided) continue;
      if (!(path > known || (path == known && load<u8>(isOwnKey + path) == 0))) decided = entry;
    }
    if (path > known || (path == known && load<u8>(isOwnKey + path) == 0)) continue;
    store<u8>(pathOfField + field, path);
    store<i32>(hitOfField + 4 * field, hit);
  }
  if (load<i32>(hitOfField + 4 * decidedField) == NO_HIT) decided = highest;
  return true;
}

/** Nothing but white space. */
function isBlank(hit: i32): bool {
  let at = startOf(hit);
  const end = endOf(hit);
  while (at < end && <i32>load<u8>(at) <= SPACE) at++;
  return at == end;
}

/** Adds a value to the joined text, behind a line feed; false when there is no room for it. */
function join(hit: i32): bool {
  const start = startOf(hit);
  const length = endOf(hit) - start;
  if (joinedLength + 1 + length > MAX_TEXT) return false;
  if (kindOf(hit) == ESCAPED_TEXT) joinedKind = ESCAPED_TEXT;
  if (joinedLength > 0) store<u8>(joined + joinedLength++, LINE_FEED);
  memory.copy(joined + joinedLength, start, length);
  joinedLength += length;
  return true;
}

function readColumn(column: i32): void {
  const fields = columnFields + column * FIELDS_OF_COLUMN;
  let hit = NO_HIT;
  for (let place = 0; place < FIELDS_OF_COLUMN; place++) {
    const field: i32 = load<u8>(fields + place);
    if (field == NO_FIELD) break;
    if (field == joinedField) {
      store<u32>(entries + 4 * column, find(keyOf(column, NO_FIELD, joinedKind), joined, joinedLength));
      return;
    }
    hit = load<i32>(hitOfField + 4 * field);
    if (hit != NO_HIT) break;
  }
  store<i32>(hitOfColumn + 4 * column, hit);
  const entry = hit == NO_HIT ? find(keyOf(column, NO_FIELD, TEXT), bytesAt, 0) : entryOfHit(column, hit);
  store<u32>(entries + 4 * column, entry);
}

function readId(id: i32): void {
  const hit = load<i32>(hitOfField + 4 * <i32>load<u8>(idFields + id));
  let isPacked: bool = false;
  if (hit != NO_HIT && kindOf(hit) == TEXT && endOf(hit) - startOf(hit) == 36) {
    isPacked = packGuid(startOf(hit), guids + 16 * id);
  }
  store<u8>(isGuid + id, isPacked ? 1 : 0);
}

/** Leaves the time and the number of the row; `NaN` for what is missing, or spelled in another way. */
function readNumbers(): void {
  let hit = load<i32>(hitOfField + 4 * timeField);
  store<f64>(numbers, hit == NO_HIT ? NaN : isoTime(startOf(hit), endOf(hit)));
  hit = load<i32>(hitOfField + 4 * numberField);
  let value: i64 = -1;
  if (hit != NO_HIT && endOf(hit) - startOf(hit) <= 9) value = digits(startOf(hit), endOf(hit));
  store<f64>(numbers, value < 0 ? NaN : <f64>value, 8);
}

/** `YYYY-MM-DDTHH:mm:ss[.decimals]Z` in milliseconds since 1970; `NaN` for any other spelling, or a time that does not exist. */
function isoTime(at: i32, end: i32): f64 {
  const length = end - at;
  if (length < 20 || length > 30 || load<u8>(end - 1) != 0x5a) return NaN;
  if (load<u8>(at, 4) != 0x2d || load<u8>(at, 7) != 0x2d || load<u8>(at, 10) != 0x54) return NaN;
  if (load<u8>(at, 13) != 0x3a || load<u8>(at, 16) != 0x3a) return NaN;
  const year = digits(at, at + 4);
  const month = digits(at + 5, at + 7);
  const day = digits(at + 8, at + 10);
  const hour = digits(at + 11, at + 13);
  const minute = digits(at + 14, at + 16);
  const second = digits(at + 17, at + 19);
  if (year < 1970 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0) return NaN;
  if (day > daysIn(month, year) || hour > 23 || minute > 59 || second > 59) return NaN;
  let ms: i64 = 0;
  if (length > 20) {
    if (load<u8>(at, 19) != 0x2e || digits(at + 20, end - 1) < 0) return NaN;
    for (let place = 20; place < 23; place++) ms = 10 * ms + (at + place < end - 1 ? load<u8>(at + place) - 0x30 : 0);
  }
  return <f64>((((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + ms);
}

/** Days from 1970-01-01 on, in the calendar of today: a year is counted from March on, so that leap days come last. */
function days(year: i64, month: i64, day: i64): i64 {
  const fromMarch = month > 2 ? year : year - 1;
  const dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  return 365 * fromMarch + fromMarch / 4 - fromMarch / 100 + fromMarch / 400 + dayOfYear - 719468;
}

function daysIn(month: i64, year: i64): i64 {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** The value of decimal digits, at least one; -1 when one is none. */
function digits(at: i32, end: i32): i64 {
  if (at == end) return -1;
  let value: i64 = 0;
  for (; at < end; at++) {
    const digit = <i32>load<u8>(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return value;
}

/** `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in small letters as four words; false for anything else. */
function packGuid(at: i32, to: i32): bool {
  if (load<u8>(at, 8) != 0x2d || load<u8>(at, 13) != 0x2d || load<u8>(at, 18) != 0x2d || load<u8>(at, 23) != 0x2d) {
    return false;
  }
  const start = v128.load(at);
  const middle = v128.load(at, 16);
  const end = v128.load(at, 20);
  const first = i8x16.shuffle(start, middle, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17);
  const second = i8x16.shuffle(middle, end, 3, 4, 5, 6, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
  const high = nibbles(first);
  const low = nibbles(second);
  if (i8x16.bitmask(v128.or(high, low)) != 0) return false;
  // Digits in pairs, most significant first, are bytes; four of those are a word.
  const bytes = i8x16.shuffle(pairs(high), pairs(low), 6, 4, 2, 0, 14, 12, 10, 8, 22, 20, 18, 16, 30, 28, 26, 24);
  v128.store(to, bytes);
  return true;
}

/** The values of hexadecimal digits in small letters; bytes above 0x7f for anything else. */
function nibbles(digits: v128): v128 {
  const decimal = i8x16.sub(digits, i8x16.splat(0x30));
  const letter = i8x16.sub(digits, i8x16.splat(0x61));
  const isDecimal = i8x16.lt_u(decimal, i8x16.splat(10));
  const isLetter = i8x16.lt_u(letter, i8x16.splat(6));
  const values = v128.bitselect(decimal, i8x16.add(letter, i8x16.splat(10)), isDecimal);
  return v128.or(values, v128.not(v128.or(isDecimal, isLetter)));
}

/** Each two digits as one byte, in every second place. */
function pairs(values: v128): v128 {
  return v128.or(i16x8.shl(v128.and(values, i16x8.splat(0xff)), 4), i16x8.shr_u(values, 8));
}

function entryOfHit(column: i32, hit: i32): u32 {
  return find(keyOfHit(column, hit), startOf(hit), endOf(hit) - startOf(hit));
}

/** What a text means depends on the column, on the field it stands in, and on whether it has escapes. */
function keyOf(column: i32, field: i32, kind: i32): u32 {
  return column | (field << 8) | (kind == ESCAPED_TEXT ? 1 << 16 : 0);
}

function keyOfHit(column: i32, hit: i32): u32 {
  return keyOf(column, load<u8>(fieldOfPath + load<u8>(hitFields + hit)), kindOf(hit));
}

/** The entry of a text, or {@link UNKNOWN}. */
function find(key: u32, at: i32, length: i32): u32 {
  const hash = hashOf(key, at, length);
  let place = hash & (TABLE_LENGTH - 1);
  let known = load<i32>(table + 4 * place);
  while (known != 0) {
    if (
      load<u32>(known) == hash &&
      load<u32>(known, 4) == key &&
      load<i32>(known, 8) == length &&
      isSame(at, known + HEAD_BYTES, length)
    ) {
      return load<u32>(known, 12);
    }
    place = (place + 1) & (TABLE_LENGTH - 1);
    known = load<i32>(table + 4 * place);
  }
  return UNKNOWN;
}

/** Remembers a text, unless it is known. Where there is no room, everything is forgotten first. */
function remember(key: u32, at: i32, length: i32, entry: u32): void {
  if (length > MAX_TEXT || find(key, at, length) != UNKNOWN) return;
  const byteLength = HEAD_BYTES + ((length + 15) & ~15);
  if (arenaEnd + byteLength > arena + ARENA_BYTES || 2 * textCount >= TABLE_LENGTH) forgetTexts();
  const hash = hashOf(key, at, length);
  let place = hash & (TABLE_LENGTH - 1);
  while (load<i32>(table + 4 * place) != 0) place = (place + 1) & (TABLE_LENGTH - 1);
  store<i32>(table + 4 * place, arenaEnd);
  store<u32>(arenaEnd, hash);
  store<u32>(arenaEnd, key, 4);
  store<i32>(arenaEnd, length, 8);
  store<u32>(arenaEnd, entry, 12);
  memory.copy(arenaEnd + HEAD_BYTES, at, length);
  arenaEnd += byteLength;
  textCount++;
}

function forgetTexts(): void {
  memory.fill(table, 0, 4 * TABLE_LENGTH);
  textCount = 0;
  arenaEnd = arena;
}

function hashOf(key: u32, at: i32, length: i32): u32 {
  let hash: u64 = (<u64>key + ((<u64>length) << 32)) * 0x9e3779b97f4a7c15;
  let left = length;
  for (; left >= 8; left -= 8, at += 8) hash = rotl((hash ^ load<u64>(at)) * 0x9e3779b97f4a7c15, 29);
  if (left > 0) hash = (hash ^ (load<u64>(at) & (((<u64>1) << (8 * left)) - 1))) * 0x9e3779b97f4a7c15;
  return <u32>((hash ^ (hash >> 29)) >> 16);
}

function isSame(at: i32, known: i32, length: i32): bool {
  let left = length;
  for (; left >= 16; left -= 16, at += 16, known += 16) {
    if (i8x16.bitmask(i8x16.eq(v128.load(at), v128.load(known))) != 0xffff) return false;
  }
  const wanted = (1 << left) - 1;
  return (i8x16.bitmask(i8x16.eq(v128.load(at), v128.load(known))) & wanted) == wanted;
}
