import type { ScannedRecord } from './recordScanner';
import {
  COLUMN_FIELDS,
  ENTRIES,
  FIELDS_OF_COLUMN,
  FIELD_OF_PATH,
  GUIDS,
  HIT_OF_FIELD,
  ID_FIELDS,
  IS_GUID,
  IS_OWN_KEY,
  MAX_COLUMNS,
  MAX_FIELDS,
  MAX_IDS,
  MAX_TAKEN_BYTES,
  MAX_TAKEN_HITS,
  NO_FIELD,
  NUMBERS,
  RANKS,
  TAKEN_BYTES,
  TAKEN_ENDS,
  TAKEN_FIELDS,
  TAKEN_KINDS,
  TAKEN_STARTS,
} from './rowLayout';
import type { RowPlan, RowReader } from './rowReader';
import code from './wasm/readRow.ts?wasm';
import { webAssembly, type WasmMemory } from './webAssembly';

/** Where a scanner's hits and bytes lie in its memory. */
export interface HitPlaces {
  readonly fields: number;
  readonly kinds: number;
  readonly starts: number;
  readonly ends: number;
  readonly bytes: number;
}

interface Exports {
  readonly setHits: (...places: number[]) => void;
  readonly setRoom: (at: number) => void;
  readonly setPlan: (...numbers: number[]) => void;
  readonly readRow: (hitCount: number) => number;
  readonly rememberColumn: (column: number, entry: number) => void;
  readonly rememberJoined: (column: number, entry: number) => void;
  readonly rememberHit: (column: number, hit: number, entry: number) => void;
}

let compiled: object | undefined;

/** A {@link RowReader} for records whose hits lie in a memory, or are copied there: `wasm/readRow.ts`. */
export class SimdRowReader implements RowReader {
  hitOfField = new Int32Array(0);
  entries = new Uint32Array(0);
  isGuid = new Uint8Array(0);
  guids = new Uint32Array(0);
  decided = 0;
  numbers = new Float64Array(0);

  private readonly module: Exports;
  private readonly joinedColumn: number;
  private takenFields = this.isGuid;
  private takenKinds = this.isGuid;
  private takenStarts = this.hitOfField;
  private takenEnds = this.hitOfField;
  private takenBytes = this.isGuid;
  /** Whether the module knows the record that was read last, and whether it was copied for that. */
  private isHeld = false;
  private isTaken = false;

  /**
   * `isOwn` tells the array in which the last scan in the memory left its hits. Undefined when the plan is larger than what
   * the module has room for.
   */
  static create(
    memory: WasmMemory,
    hits: HitPlaces,
    room: number,
    plan: RowPlan,
    isOwn: (hitStarts: Int32Array) => boolean,
  ): SimdRowReader | undefined {
    const { fieldCount, columns, ids } = plan;
    const fits = columns.every(({ length }) => length <= FIELDS_OF_COLUMN);
    if (!fits || fieldCount > MAX_FIELDS || columns.length > MAX_COLUMNS || ids.length > MAX_IDS) return undefined;
    return new SimdRowReader(memory, hits, room, plan, isOwn);
  }

  private constructor(
    private readonly memory: WasmMemory,
    private readonly hits: HitPlaces,
    private readonly room: number,
    plan: RowPlan,
    private readonly isOwn: (hitStarts: Int32Array) => boolean,
  ) {
    compiled ??= new webAssembly.Module(code);
    this.module = new webAssembly.Instance(compiled, { env: { memory } }).exports as Exports;
    this.module.setRoom(room);
    this.setHits(hits);
    const places = new Uint8Array(memory.buffer, room, HIT_OF_FIELD);
    places.set(plan.fieldOfPath, FIELD_OF_PATH);
    places.set(plan.isOwnKey, IS_OWN_KEY);
    places.set(plan.ranks, RANKS);
    places.fill(NO_FIELD, COLUMN_FIELDS);
    plan.columns.forEach((fieldsOf, column) => places.set(fieldsOf, COLUMN_FIELDS + column * FIELDS_OF_COLUMN));
    places.set(plan.ids, ID_FIELDS);
    const { fieldCount, columns, ids, decidedField, rankedField, joinedField, undecided, timeField, numberField } =
      plan;
    this.joinedColumn = columns.length - 1;
    const lengths = [fieldCount, columns.length, ids.length];
    this.module.setPlan(...lengths, decidedField, rankedField, joinedField, undecided, timeField, numberField);
    this.takeViews();
  }

  read(record: ScannedRecord): boolean {
    if (this.entries.length === 0) this.takeViews();
    const isInPlace = this.isInPlace(record);
    this.isHeld = isInPlace || this.take(record);
    if (!this.isHeld) return false;
    if (this.isTaken === isInPlace) this.setHits(isInPlace ? this.hits : this.takenPlaces());
    this.isTaken = !isInPlace;
    this.decided = this.module.readRow(record.hitCount);
    return this.decided >= 0;
  }

  rememberColumn(column: number, entry: number): void {
    if (column === this.joinedColumn) this.module.rememberJoined(column, entry);
    else this.module.rememberColumn(column, entry);
  }

  rememberHit(field: number, hit: number, entry: number): void {
    if (this.isHeld) this.module.rememberHit(MAX_COLUMNS + field, hit, entry);
  }

  /** Whether the record's hits are those of the last scan in the memory. */
  private isInPlace({ hitStarts, hitBytes }: ScannedRecord): boolean {
    return hitBytes.byteOffset === this.hits.bytes && this.isOwn(hitStarts);
  }

  /** Copies hits and their bytes; false when they are too many. */
  private take({ hitCount, hitFields, hitKinds, hitStarts, hitEnds, hitBytes }: ScannedRecord): boolean {
    if (hitCount > MAX_TAKEN_HITS) return false;
    const { takenFields, takenKinds, takenStarts, takenEnds, takenBytes } = this;
    let bytesEnd = 0;
    for (let hit = 0; hit < hitCount; hit++) {
      takenFields[hit] = hitFields[hit]!;
      takenKinds[hit] = hitKinds[hit]!;
      takenStarts[hit] = hitStarts[hit]!;
      const end = (takenEnds[hit] = hitEnds[hit]!);
      if (end > bytesEnd) bytesEnd = end;
    }
    if (bytesEnd > MAX_TAKEN_BYTES) return false;
    takenBytes.set(hitBytes.subarray(0, bytesEnd));
    return true;
  }

  private takenPlaces(): HitPlaces {
    const { room } = this;
    return {
      fields: room + TAKEN_FIELDS,
      kinds: room + TAKEN_KINDS,
      starts: room + TAKEN_STARTS,
      ends: room + TAKEN_ENDS,
      bytes: room + TAKEN_BYTES,
    };
  }

  private setHits({ fields, kinds, starts, ends, bytes }: HitPlaces): void {
    this.module.setHits(fields, kinds, starts, ends, bytes);
  }

  private takeViews(): void {
    const { memory, room } = this;
    this.hitOfField = new Int32Array(memory.buffer, room + HIT_OF_FIELD, MAX_FIELDS);
    this.entries = new Uint32Array(memory.buffer, room + ENTRIES, MAX_COLUMNS);
    this.guids = new Uint32Array(memory.buffer, room + GUIDS, 4 * MAX_IDS);
    this.isGuid = new Uint8Array(memory.buffer, room + IS_GUID, MAX_IDS);
    this.numbers = new Float64Array(memory.buffer, room + NUMBERS, 2);
    this.takenFields = new Uint8Array(memory.buffer, room + TAKEN_FIELDS, MAX_TAKEN_HITS);
    this.takenKinds = new Uint8Array(memory.buffer, room + TAKEN_KINDS, MAX_TAKEN_HITS);
    this.takenStarts = new Int32Array(memory.buffer, room + TAKEN_STARTS, MAX_TAKEN_HITS);
    this.takenEnds = new Int32Array(memory.buffer, room + TAKEN_ENDS, MAX_TAKEN_HITS);
    this.takenBytes = new Uint8Array(memory.buffer, room + TAKEN_BYTES, MAX_TAKEN_BYTES);
  }
}
