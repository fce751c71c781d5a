import { eventFields, type EventField, type FieldPath } from '../formats/eventFields';
import { FieldCollector } from '../scan/fieldCollector';
import type { ScannedRecord } from '../scan/recordScanner';
import { hitKind } from '../scan/valueScanner';
import { statusWords } from './eventTable';
import { fieldNumber, RecordValues } from './recordValues';
import { runTexts, type SideRows } from './sideRows';
import type { SideTables } from './sideTables';

/** Rows that no event of the log has claimed, as an event of their own. */
export interface LeftRows {
  readonly table: SideRows;
  /** The first of their runs: where the event stands. */
  readonly run: number;
  readonly record: ScannedRecord;
}

/** Gives records of events what rows of other files say of them. */
export class RowJoiner {
  private readonly values: RecordValues;
  private readonly collector = new FieldCollector();
  private readonly all: readonly SideRows[];
  private readonly runs: number[] = [];
  private readonly claimed: readonly Uint8Array[];
  private readonly seen: readonly boolean[][];
  /** The number of a field's first path, which is where its joined values count. */
  private readonly pathOf: Readonly<Record<keyof typeof fieldNumber, number>>;

  constructor(
    private readonly tables: SideTables,
    paths: readonly FieldPath[],
  ) {
    this.values = new RecordValues(paths);
    this.all = tables.all;
    this.seen = tables.all.map(() => []);
    this.claimed = tables.all.map(({ runCount }) => new Uint8Array(runCount));
    this.pathOf = Object.fromEntries(
      eventFields.map((field) => [field, paths.findIndex((path) => path.field === field)]),
    ) as Record<EventField, number>;
  }

  /**
   * Looks at an event, some of which are enough to find out whether the IDs in other files are those of events: then
   * they name an event that has rows there.
   */
  look(record: ScannedRecord): void {
    const [bytes, change, id] = this.idsOf(record);
    for (const [index, table] of this.tables.all.entries()) {
      const isNamed = table.events.namesEvent(bytes, change, id);
      if (isNamed !== undefined) this.seen[index]!.push(isNamed);
    }
  }

  /** Decides by the events that were looked at. */
  endLooking(): void {
    for (const [index, table] of this.tables.all.entries()) {
      const seen = this.seen[index]!;
      table.events.usesIds = seen.length === 0 || seen.includes(true);
    }
  }

  /** The record with the fields of its rows in other files behind its own. Valid until the next call. */
  joined(record: ScannedRecord): ScannedRecord {
    const { collector } = this;
    const [bytes, change, id] = this.idsOf(record);
    let isLoaded = false;
    for (let index = 0; index < this.all.length; index++) {
      const table = this.all[index]!;
      this.runs.length = 0;
      table.events.find(this.runs, bytes, change, id);
      for (const run of this.runs) {
        if (!isLoaded) this.load(record);
        isLoaded = true;
        this.claimed[index]![run] = 1;
        this.addRun(table, run);
      }
    }
    return isLoaded ? { ...record, ...hitsOf(collector) } : record;
  }

  /** The rows that belong to no event that was joined, an event's at a time. */
  *left(): Iterable<LeftRows> {
    for (const [index, table] of this.tables.all.entries()) {
      for (let run = 0; run < table.runCount; run++) {
        if (this.claimed[index]![run] === 0) yield { table, run, record: this.leftRecord(index, run) };
      }
    }
  }

  private leftRecord(index: number, run: number): ScannedRecord {
    const { collector, tables, claimed } = this;
    const table = tables.all[index]!;
    const { events } = table;
    const id = events.usesIds ? events.idOf(run) : '';
    const changeId = events.changeOf(run) === id ? '' : events.changeOf(run);
    collector.begin();
    this.addText('changeId', changeId);
    this.addText('id', id);
    const change = encoder.encode(changeId);
    const bytes = new Uint8Array([...change, ...encoder.encode(id)]);
    claimed[index]![run] = 1;
    this.addRun(table, run);
    for (const [other, each] of tables.all.entries()) {
      this.runs.length = 0;
      each.events.find(this.runs, bytes, [0, change.length], [change.length, bytes.length]);
      for (const found of this.runs) {
        if (other === index && found === run) continue;
        claimed[other]![found] = 1;
        this.addRun(each, found);
      }
    }
    const none = { shrink: 0, soloLineEnds: 0, pairedLineEnds: 0 };
    const { hitBytes } = collector;
    const place = { bytes: hitBytes, start: 0, end: 0, byteOffset: 0, event: 0, before: none, inside: none };
    return { ...place, ...hitsOf(collector) };
  }

  /** The change ID and the ID of a record's event, as ranges of one array. */
  private idsOf(record: ScannedRecord): [Uint8Array, [number, number], [number, number]] {
    const { values } = this;
    values.load(record, nothingAsked, never);
    values.read(fieldNumber.changeId);
    const change: [number, number] = [values.start, values.end];
    values.read(fieldNumber.id);
    return [record.hitBytes, change, [values.start, values.end]];
  }

  private load({ hitCount, hitFields, hitKinds, hitStarts, hitEnds, hitBytes }: ScannedRecord): void {
    const { collector } = this;
    collector.begin();
    for (let hit = 0; hit < hitCount; hit++) {
      collector.add(hitFields[hit]!, hitKinds[hit]!, hitBytes, hitStarts[hit]!, hitEnds[hit]!);
    }
  }

  private addRun(table: SideRows, run: number): void {
    this.addBytes('stepStatus', statusBytes[table.status.entryAt(run)]!);
    for (const field of runTexts) {
      const { dictionary } = table.columns[field];
      this.addBytes(field, dictionary.bytesOf(table.columns[field].entryAt(run)));
    }
    const names = table.attributes.dictionary.bytesOf(table.attributes.entryAt(run));
    for (let start = 0; start < names.length;) {
      const lineEnd = names.indexOf(LINE_FEED, start);
      const end = lineEnd < 0 ? names.length : lineEnd;
      this.addBytes('attribute', names.subarray(start, end));
      start = end + 1;
    }
  }

  private addText(field: keyof typeof fieldNumber, text: string): void {
    this.addBytes(field, encoder.encode(text));
  }

  private addBytes(field: keyof typeof fieldNumber, bytes: Uint8Array): void {
    if (bytes.length > 0) this.collector.add(this.pathOf[field], hitKind.text, bytes, 0, bytes.length);
  }
}

const LINE_FEED = 0x0a;
const encoder = new TextEncoder();
const statusBytes = Array.from({ length: statusWords.size }, (_, entry) => encoder.encode(statusWords.text(entry)));

const nothingAsked = new Uint8Array(Object.keys(fieldNumber).length);
const never = (): boolean => false;

function hitsOf({ hitCount, hitFields, hitKinds, hitStarts, hitEnds, hitBytes }: FieldCollector) {
  return { hitCount, hitFields, hitKinds, hitStarts, hitEnds, hitBytes };
}
