import { eventFields, type EventField, type FieldPath } from '../formats/eventFields';
import type { ScannedRecord } from '../scan/recordScanner';
import { unescapeInto } from '../scan/unescape';
import { hitKind } from '../scan/valueScanner';

/** The number of each field: its place in {@link eventFields}. */
export const fieldNumber = Object.fromEntries(eventFields.map((field, number) => [field, number])) as Record<
  EventField,
  number
>;

/** A column keeps so many bytes of one text; the record itself is whole when it is read. */
export const MAX_COLUMN_TEXT = 16 * 1024;

const NO_PATH = 0xff;
const NO_HIT = -1;

/**
 * One record's values by field. Of several paths the first that holds something wins; of several values of one path
 * the first, or the last for a key of the record itself, as with `JSON.parse`.
 */
export class RecordValues {
  /** The value that the last `read` call found: `bytes[start, end)`, without escapes, at most {@link MAX_COLUMN_TEXT} long. */
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** The same value as it stands in the record's `hitBytes`, cut to what is kept of it. */
  rawStart = 0;
  rawEnd = 0;
  isEscaped = false;

  /** By path: its field, and 1 for a key of the record itself. */
  readonly fieldOfPath: Uint8Array;
  readonly isOwnKey: Uint8Array;
  private readonly pathOf = new Uint8Array(eventFields.length);
  private readonly chosenHits = new Int32Array(eventFields.length);
  /** By field, the hit that counts; -1 for none. */
  private hitOfField: Int32Array = this.chosenHits;
  private record: ScannedRecord | undefined;
  private readonly scratch = new Uint8Array(MAX_COLUMN_TEXT);

  constructor(paths: readonly FieldPath[]) {
    this.fieldOfPath = Uint8Array.from(paths, ({ field }) => fieldNumber[field]);
    this.isOwnKey = Uint8Array.from(paths, ({ isOwnKey }) => (isOwnKey ? 1 : 0));
  }

  /** Begins a record. Each value of an `asked` field is handed to `takes`, which answers whether the field may take it. */
  load(record: ScannedRecord, asked: Uint8Array, takes: (field: number, hit: number) => boolean): void {
    const { fieldOfPath, isOwnKey, pathOf, chosenHits } = this;
    const { hitCount, hitFields, hitKinds, hitStarts, hitEnds, hitBytes } = record;
    this.record = record;
    this.hitOfField = chosenHits;
    pathOf.fill(NO_PATH);
    chosenHits.fill(NO_HIT);
    for (let hit = 0; hit < hitCount; hit++) {
      if (hitKinds[hit]! >= hitKind.null || isBlank(hitBytes, hitStarts[hit]!, hitEnds[hit]!)) continue;
      const path = hitFields[hit]!;
      const field = fieldOfPath[path]!;
      if (asked[field] === 1 && !takes(field, hit)) continue;
      const known = pathOf[field]!;
      if (path > known || (path === known && isOwnKey[path] === 0)) continue;
      pathOf[field] = path;
      chosenHits[field] = hit;
    }
  }

  /** Begins a record of which it is known by field which hit counts. */
  take(record: ScannedRecord, hitOfField: Int32Array): void {
    this.record = record;
    this.hitOfField = hitOfField;
  }

  /** Finds a field's value; false, and an empty value, when the record has none. */
  read(field: number): boolean {
    const hit = this.hitOfField[field]!;
    if (hit === NO_HIT) {
      // The bytes of the record before may be gone.
      this.bytes = this.scratch;
      this.start = this.end = this.rawStart = this.rawEnd = 0;
      this.isEscaped = false;
      return false;
    }
    this.readHit(hit);
    return true;
  }

  /** Finds the first of some fields that the record has, and says which; undefined, and an empty value, when it has none. */
  readFirst(fields: readonly number[]): number | undefined {
    for (const field of fields) if (this.read(field)) return field;
    return undefined;
  }

  /** Where the value of a field that the record has begins in the record's `hitBytes`. */
  rawStartOf(field: number): number {
    return this.record!.hitStarts[this.hitOfField[field]!]!;
  }

  /** Finds the value of one hit of the record. */
  readHit(hit: number): void {
    const record = this.record!;
    const start = record.hitStarts[hit]!;
    const end = cutEnd(record.hitBytes, start, record.hitEnds[hit]!);
    this.rawStart = start;
    this.rawEnd = end;
    this.isEscaped = record.hitKinds[hit] === hitKind.escapedText;
    if (this.isEscaped) {
      this.bytes = this.scratch;
      this.start = 0;
      this.end = unescapeInto(this.scratch, 0, record.hitBytes, start, end);
    } else {
      this.bytes = record.hitBytes;
      this.start = start;
      this.end = end;
    }
  }
}

/** Nothing but white space. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at]! <= 0x20) at++;
  return at === end;
}

/** Where a text that is too long for a column is cut: in front of a character. */
function cutEnd(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= MAX_COLUMN_TEXT) return end;
  let cut = start + MAX_COLUMN_TEXT;
  while ((bytes[cut]! & 0xc0) === 0x80) cut--;
  return cut;
}
