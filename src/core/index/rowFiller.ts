import { systemKey } from '../record/labels';
import { normaliseAction, normaliseStatus } from '../record/normalise';
import type { ScannedRecord } from '../scan/recordScanner';
import { eventFields, type EventField, type FieldPath } from '../formats/eventFields';
import type { ByteDictionary } from './byteDictionary';
import type { DictionaryColumn } from './dictionaryColumn';
import { EnumReader } from './enumReader';
import { actionWords, statusWords, type EventTable } from './eventTable';
import { numberIn, timeIn } from './readScalar';
import { fieldNumber, MAX_COLUMN_TEXT, RecordValues } from './recordValues';
import type { PlacedColumn, PlacedId, TextPlaces } from './textPlaces';
import { rankOfStatus } from './worstStatus';

type TextColumn = DictionaryColumn<ByteDictionary>;

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
/** The best name of the object an event is about comes first; see `identityLabel`. */
const identityFields = fields(
  'sourceName',
  'sourceUserPrincipalName',
  'reportableIdentifier',
  'stepUserName',
  'stepUserPrincipalName',
  'sourceId',
  'targetId',
);
const reportableFields = fields('reportableIdentifier');
const typeFields = fields('sourceType', 'targetType');
const reasonFields = fields('reason');
const jobIdFields = fields('jobId');
const cycleFields = fields('cycleId');
const skipFields = fields('skipReason');
const initiatorFields = fields('initiator');

/** What Azure Active Directory is called today: one system has one name in the columns. */
const ENTRA_ID = 'Microsoft Entra ID';

/** Adds the records of one format to a table, one row each. Nothing becomes a string but what is seen first. */
export class RowFiller {
  private readonly values: RecordValues;
  private readonly statusReader = new EnumReader(statusWords, normaliseStatus);
  private readonly actionReader = new EnumReader(actionWords, normaliseAction);
  private readonly systemEntries = new Map<TextColumn, number[]>();

  /** Of the record at hand: the worst step, and the names of its attributes, joined by line feeds. */
  private stepStatus = UNKNOWN_STATUS;
  private readonly attributes = new Uint8Array(MAX_COLUMN_TEXT);
  private attributesEnd = 0;

  constructor(
    private readonly table: EventTable,
    paths: readonly FieldPath[],
    /** Told where texts stand, if somebody wants to know. */
    private readonly textPlaces?: TextPlaces,
  ) {
    this.values = new RecordValues(paths);
  }

  add(record: ScannedRecord): void {
    const { table, values } = this;
    const { columns } = table;
    this.stepStatus = UNKNOWN_STATUS;
    this.attributesEnd = 0;
    values.load(record, askedFields, this.takes);
    this.textPlaces?.begin(record);

    values.read(fieldNumber.time);
    columns.time.push(timeIn(values.bytes, values.start, values.end));
    values.read(fieldNumber.duration);
    columns.duration.push(numberIn(values.bytes, values.start, values.end));
    const hasStatus = values.read(STATUS);
    columns.status.push(hasStatus ? this.statusHere() : this.stepStatus);
    values.read(fieldNumber.action);
    columns.action.push(this.actionReader.entryIn(values.bytes, values.start, values.end));
    values.read(fieldNumber.errorCode);
    columns.code.push(columns.code.dictionary.add(values.bytes, values.start, values.end));
    this.pushText('reason', reasonFields);
    this.pushText('jobId', jobIdFields);
    this.pushText('cycle', cycleFields);
    this.pushText('skip', skipFields);
    this.pushText('initiator', initiatorFields);
    this.pushText('identity', identityFields);
    this.pushText('reportable', reportableFields);
    this.pushText('type', typeFields);
    this.pushJob();
    this.pushSystem(columns.source, fieldNumber.sourceSystem);
    this.pushSystem(columns.target, fieldNumber.targetSystem);
    this.pushId('id', fieldNumber.id);
    this.pushId('change', fieldNumber.changeId);
    this.pushId('sourceId', fieldNumber.sourceId);
    this.pushId('targetId', fieldNumber.targetId);
    columns.attribute.push(columns.attribute.dictionary.add(this.attributes, 0, this.attributesEnd));
    table.rowCount++;
  }

  /** Whether a field may take a value; lists of values are collected here. */
  private readonly takes = (field: number, hit: number): boolean => {
    if (field === STEP_STATUS) {
      this.values.readHit(hit);
      const entry = this.statusHere();
      if (rankOfStatus[entry]! > rankOfStatus[this.stepStatus]!) this.stepStatus = entry;
      return false;
    }
    if (field === ATTRIBUTE) {
      this.values.readHit(hit);
      this.addAttribute();
      return false;
    }
    if (field === STATUS) {
      // The first place that says something known decides.
      this.values.readHit(hit);
      return this.statusHere() !== UNKNOWN_STATUS;
    }
    return true;
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

  /** The first of some fields that the record has. */
  private pushText(id: PlacedColumn, fieldNumbers: readonly number[]): void {
    const { values } = this;
    const column = this.table.columns[id];
    for (const field of fieldNumbers) if (values.read(field)) break;
    const entry = column.dictionary.add(values.bytes, values.start, values.end);
    column.push(entry);
    this.textPlaces?.text(id, entry, values);
  }

  private pushId(id: PlacedId, field: number): void {
    const { values } = this;
    const column = this.table.columns[id];
    values.read(field);
    const entry = column.push(values.bytes, values.start, values.end);
    this.textPlaces?.id(id, entry, values);
  }

  /** Service principal, else target system, else the job ID up to its first dot; see `jobName`. */
  private pushJob(): void {
    const { values } = this;
    const { job } = this.table.columns;
    if (values.read(fieldNumber.servicePrincipal) || values.read(fieldNumber.targetSystem)) {
      job.push(job.dictionary.add(values.bytes, values.start, values.end));
      return;
    }
    values.read(fieldNumber.jobId);
    const { bytes, start, end } = values;
    const dot = bytes.subarray(start, end).indexOf(DOT);
    job.push(job.dictionary.add(bytes, start, dot < 0 ? end : start + dot));
  }

  private pushSystem(column: TextColumn, field: number): void {
    const { values } = this;
    values.read(field);
    const entry = column.dictionary.add(values.bytes, values.start, values.end);
    let canonical = this.systemEntries.get(column);
    if (canonical === undefined) this.systemEntries.set(column, (canonical = []));
    column.push((canonical[entry] ??= canonicalSystem(column.dictionary, entry)));
  }
}

function canonicalSystem(dictionary: ByteDictionary, entry: number): number {
  return systemKey(dictionary.text(entry)) === systemKey(ENTRA_ID) ? dictionary.addText(ENTRA_ID) : entry;
}

function fields(...names: readonly EventField[]): readonly number[] {
  return names.map((name) => fieldNumber[name]);
}
