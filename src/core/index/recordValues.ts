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

  private readonly fieldOfPath: Uint8Array;
  private readonly isOwnKey: Uint8Array;
  private readonly pathOf = new Uint8Array(eventFields.length);
  private readonly hitOf = new Int32Array(eventFields.length);
  private record: ScannedRecord | undefined;
  private readonly scratch = new Uint8Array(MAX_COLUMN_TEXT);

  constructor(paths: readonly FieldPath[]) {
    this.fieldOfPath = Uint8Array.from(paths, ({ field }) => fieldNumber[field]);
    this.isOwnKey = Uint8Array.from(paths, ({ isOwnKey }) => (isOwnKey ? 1 : 0));
  }

  /** Begins a record. Each value of an `asked` field is handed to `takes`, which answers whether the field may take it. */
  load(record: ScannedRecord, asked: Uint8Array, takes: (field: number, hit: number) => boolean): void {
    const { fieldOfPath, isOwnKey, pathOf, hitOf } = this;
    const { hitCount, hitFields, hitKinds, hitStarts, hitEnds, hitBytes } = record;
    this.record = record;
    pathOf.fill(NO_PATH);
    for (let hit = 0; hit < hitCount; hit++) {
      if (hitKinds[hit]! >= hitKind.null || isBlank(hitBytes, hitStarts[hit]!, hitEnds[hit]!)) continue;
      const path = hitFields[hit]!;
      const field = fieldOfPath[path]!;
      if (asked[field] === 1 && !takes(field, hit)) continue;
      const known = pathOf[field]!;
      if (path > known || (path === known && isOwnKey[path] === 0)) continue;
      pathOf[field] = path;
      hitOf[field] = hit;
    }
  }

  /** Finds a field's value; false, and an empty value, when the record has none. */
  read(field: number): boolean {
    if (this.pathOf[field] === NO_PATH) {
      this.start = this.end = this.rawStart = this.rawEnd = 0;
      this.isEscaped = false;
      return false;
    }
    this.readHit(this.hitOf[field]!);
    return true;
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
