import { ENTRA_ID, systemKey } from '../record/labels';
import { normaliseAction, normaliseStatus } from '../record/normalise';
import type { ScannedRecord } from '../scan/recordScanner';
import { UNKNOWN_ENTRY, type RowReader } from '../scan/rowReader';
import type { ScanEngine } from '../scan/scanEngine';
import { eventFields, type FieldPath } from '../formats/eventFields';
import type { ByteDictionary } from './byteDictionary';
import type { DictionaryColumn } from './dictionaryColumn';
import { EnumReader } from './enumReader';
import { actionWords, statusWords, type EventTable } from './eventTable';
import { numberIn, timeIn } from '../record/readScalar';
import { fieldNumber, MAX_COLUMN_TEXT, RecordValues } from './recordValues';
import { repeatingColumns, rowIds, variedColumns, type RowColumn } from './rowColumns';
import type { TextPlaces } from './textPlaces';
import { rankOfStatus } from './worstStatus';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const DOT = 0x2e;

const STATUS = fieldNumber.status;
const STEP_STATUS = fieldNumber.stepStatus;
const ATTRIBUTE = fieldNumber.attribute;

/** 1 for the fields that {@link RowFiller} decides about value by value. */
const askedFields = new Uint8Array(eventFields.length);
for (const field of [STATUS, STEP_STATUS, ATTRIBUTE]) askedFields[field] = 1;

const UNKNOWN_STATUS = statusWords.entryOf('unknown');

/** What Azure Active Directory is called today: one system has one name in the columns. */

/** A column, and how the entry of the value is found that was read for it. */
interface Filled {
  readonly column: Pick<DictionaryColumn, 'push'>;
  readonly fields: readonly number[];
  readonly entryOf: (field: number | undefined) => number;
}

/**
 * Adds the records of one format to a table, one row each. Nothing becomes a string but what is seen first; what was seen
 * before is known where the bytes are, if the engine can do that.
 */
export class RowFiller {
  private readonly values: RecordValues;
  private readonly reader: RowReader | undefined;
  private readonly repeating: readonly Filled[];
  private readonly varied: readonly Filled[];
  private readonly statusReader = new EnumReader(statusWords, normaliseStatus);
  private readonly actionReader = new EnumReader(actionWords, normaliseAction);

  /** Of the record at hand: the worst step, and the names of its attributes, joined by line feeds. */
  private stepStatus = UNKNOWN_STATUS;
  private readonly attributes = new Uint8Array(MAX_COLUMN_TEXT);
  private attributesEnd = 0;
  private record: ScannedRecord | undefined;
  /** The reader that knows it. */
  private known: RowReader | undefined;

  constructor(
    private readonly table: EventTable,
    paths: readonly FieldPath[],
    /** Told where texts stand, if somebody wants to know. */
    private readonly textPlaces?: TextPlaces,
    /** What scans the records. */
    engine?: ScanEngine,
  ) {
    this.values = new RecordValues(paths);
    this.repeating = repeatingColumns.map((column) => this.filling(column));
    this.varied = variedColumns.map((column) => this.filling(column));
    this.reader = engine?.rowReader?.({
      fieldOfPath: this.values.fieldOfPath,
      isOwnKey: this.values.isOwnKey,
      fieldCount: eventFields.length,
      columns: repeatingColumns.map(({ fields }) => fields),
      ids: rowIds.map(({ field }) => field),
      decidedField: STATUS,
      rankedField: STEP_STATUS,
      ranks: rankOfStatus,
      undecided: UNKNOWN_STATUS,
      joinedField: ATTRIBUTE,
      timeField: fieldNumber.time,
      numberField: fieldNumber.duration,
    });
  }

  add(record: ScannedRecord): void {
    const { table, values, repeating, varied } = this;
    const { columns } = table;
    const known = this.reader?.read(record) === true ? this.reader : undefined;
    this.known = known;
    this.record = record;
    if (known) values.take(record, known.hitOfField);
    else this.load(record);
    this.textPlaces?.begin(record);

    const time = known === undefined ? NaN : known.numbers[0]!;
    columns.time.push(Number.isNaN(time) ? this.readWith(fieldNumber.time, timeIn) : time);
    columns.duration.push(this.durationOf(record, known));
    columns.status.push(known?.decided ?? (values.read(STATUS) ? this.statusHere() : this.stepStatus));
    for (let at = 0; at < repeating.length; at++) {
      const { column, fields, entryOf } = repeating[at]!;
      let entry = known === undefined ? UNKNOWN_ENTRY : known.entries[at]!;
      if (entry === UNKNOWN_ENTRY) {
        entry = entryOf(values.readFirst(fields));
        known?.rememberColumn(at, entry);
      }
      column.push(entry);
    }
    for (const { column, fields, entryOf } of varied) column.push(entryOf(values.readFirst(fields)));
    for (let at = 0; at < rowIds.length; at++) this.pushId(at, known);
    table.rowCount++;
  }

  private durationOf(record: ScannedRecord, known: RowReader | undefined): number {
    const read = known === undefined ? NaN : known.numbers[1]!;
    const duration = Number.isNaN(read) ? this.readWith(fieldNumber.duration, numberIn) : read;
    return Number.isNaN(duration) ? (record.durationMs ?? NaN) : duration;
  }

  private readWith(field: number, valueIn: typeof timeIn): number {
    const { values } = this;
    values.read(field);
    return valueIn(values.bytes, values.start, values.end);
  }

  private load(record: ScannedRecord): void {
    this.stepStatus = UNKNOWN_STATUS;
    this.attributesEnd = 0;
    this.values.load(record, askedFields, this.takes);
  }

  /** Whether a field may take a value; lists of values are collected here. */
  private readonly takes = (field: number, hit: number): boolean => {
    this.values.readHit(hit);
    if (field === ATTRIBUTE) {
      this.addAttribute();
      return false;
    }
    const entry = this.statusHere();
    this.reader?.rememberHit(field, hit, entry);
    // The first place that says something known decides.
    if (field === STATUS) return entry !== UNKNOWN_STATUS;
    if (rankOfStatus[entry]! > rankOfStatus[this.stepStatus]!) this.stepStatus = entry;
    return false;
  };

  private statusHere(): number {
    const { values } = this;
    return this.statusReader.entryIn(values.bytes, values.start, values.end);
  }

  private addAttribute(): void {
    const { bytes, start, end } = this.values;
    if (this.attributesEnd + 1 + end - start > this.attributes.length) return;
    if (this.attributesEnd > 0) this.attributes[this.attributesEnd++] = LINE_FEED;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      this.attributes[this.attributesEnd++] = byte === LINE_FEED ? SPACE : byte;
    }
  }

  private pushId(at: number, known: RowReader | undefined): void {
    const { values, textPlaces } = this;
    const { id, field } = rowIds[at]!;
    const column = this.table.columns[id];
    if (known?.isGuid[at] === 1 && column.pushGuid(known.guids, 4 * at)) {
      textPlaces?.guid(id, values.rawStartOf(field));
      return;
    }
    values.read(field);
    const entry = column.push(values.bytes, values.start, values.end);
    textPlaces?.id(id, entry, values);
  }

  private filling({ id, fields }: RowColumn): Filled {
    const { values, table, textPlaces } = this;
    const { columns } = table;
    const filled = (column: Filled['column'], entryOf: Filled['entryOf']): Filled => ({ column, fields, entryOf });
    switch (id) {
      case 'action':
        return filled(columns.action, () => this.actionReader.entryIn(values.bytes, values.start, values.end));
      case 'attribute':
        return filled(columns.attribute, () => this.joinedEntry(columns.attribute.dictionary));
      case 'job':
        return filled(columns.job, (field) => this.jobEntry(columns.job.dictionary, field));
      case 'source':
      case 'target':
        return filled(columns[id], this.systemEntries(columns[id].dictionary));
      case 'code':
        return filled(columns.code, () => this.entryHere(columns.code.dictionary));
      default:
        return filled(columns[id], () => {
          const entry = this.entryHere(columns[id].dictionary);
          textPlaces?.text(id, entry, values);
          return entry;
        });
    }
  }

  private entryHere(dictionary: ByteDictionary): number {
    const { bytes, start, end } = this.values;
    return dictionary.add(bytes, start, end);
  }

  private joinedEntry(dictionary: ByteDictionary): number {
    if (this.known) this.load(this.record!);
    return dictionary.add(this.attributes, 0, this.attributesEnd);
  }

  private jobEntry(dictionary: ByteDictionary, field: number | undefined): number {
    const { bytes, start, end } = this.values;
    const dot = field === fieldNumber.jobId ? bytes.subarray(start, end).indexOf(DOT) : -1;
    return dictionary.add(bytes, start, dot < 0 ? end : start + dot);
  }

  private systemEntries(dictionary: ByteDictionary): Filled['entryOf'] {
    const canonical: number[] = [];
    return () => {
      const entry = this.entryHere(dictionary);
      return (canonical[entry] ??= canonicalSystem(dictionary, entry));
    };
  }
}

function canonicalSystem(dictionary: ByteDictionary, entry: number): number {
  return systemKey(dictionary.text(entry)) === systemKey(ENTRA_ID) ? dictionary.addText(ENTRA_ID) : entry;
}
