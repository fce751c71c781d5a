import { normaliseStatus } from '../record/normalise';
import type { FieldPath } from '../formats/eventFields';
import type { LengthDifference, ScannedRecord } from '../scan/recordScanner';
import { ByteDictionary, hashBytes } from './byteDictionary';
import { DictionaryColumn } from './dictionaryColumn';
import { EnumReader } from './enumReader';
import { statusWords } from './eventTable';
import { trimmed, withRoom } from './growing';
import { RecordPlaces } from './recordPlaces';
import { fieldNumber, MAX_COLUMN_TEXT, RecordValues } from './recordValues';
import { RunsByEvent } from './runsByEvent';
import { rankOfStatus } from './worstStatus';

/** What the index takes from the rows of a run: the first of each, but for the steps' worst status and all attributes. */
export const runTexts = ['skipReason', 'reportableIdentifier', 'stepUserName', 'stepUserPrincipalName'] as const;

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Between two rows of a run stand line ends only. */
const LONGEST_GAP = 4;

const askedFields = new Uint8Array(Object.keys(fieldNumber).length);
askedFields[fieldNumber.stepStatus] = 1;
askedFields[fieldNumber.attribute] = 1;

/** The run that is being read. */
interface OpenRun {
  readonly group: number;
  readonly id: number;
  readonly byteOffset: number;
  readonly event: number;
  readonly before: LengthDifference;
  byteEnd: number;
  hash: number;
  status: number;
  readonly texts: number[];
  attributesEnd: number;
  /** As of its last row: no other may follow. */
  endsOpen: boolean;
  inside: LengthDifference;
}

/**
 * The rows of files that only add to events: the steps, or the modified properties, of a CSV download. Rows that follow
 * each other and belong to the same event are one run. A run takes some numbers in flat arrays; of its texts only those
 * are kept that the index shows.
 */
export class SideRows {
  /** Which events the runs belong to. */
  readonly events = new RunsByEvent();
  /** Runs that stood in an earlier file, byte for byte, and do not count. */
  repeatCount = 0;
  readonly places = new RecordPlaces();
  readonly columns = {
    skipReason: textColumn(),
    reportableIdentifier: textColumn(),
    stepUserName: textColumn(),
    stepUserPrincipalName: textColumn(),
  } satisfies Record<(typeof runTexts)[number], unknown>;
  readonly status = new DictionaryColumn(statusWords);
  /** Names joined by line feeds. */
  readonly attributes = textColumn();

  /** By run, of its rows' bytes. */
  private hashes = new Int32Array(64);

  private values = new RecordValues([]);
  private open: OpenRun | undefined;
  /** Values of the row at hand that a run has several of. */
  private askedCount = 0;
  private readonly askedHits: number[] = [];
  private readonly askedNumbers: number[] = [];
  private readonly names = new Uint8Array(MAX_COLUMN_TEXT);
  private readonly statusReader = new EnumReader(statusWords, normaliseStatus);

  /** Begins a file whose hits are numbered by `paths`. */
  beginFile(file: number, paths: readonly FieldPath[]): void {
    this.values = new RecordValues(paths);
    this.places.beginFile(file);
  }

  add(record: ScannedRecord): void {
    const { values } = this;
    this.askedCount = 0;
    values.load(record, askedFields, this.takes);
    values.read(fieldNumber.id);
    const id = this.events.idAt(values.bytes, values.start, values.end);
    if (!values.read(fieldNumber.changeId)) values.read(fieldNumber.id);
    const group = this.events.groupAt(values.bytes, values.start, values.end);
    const run = this.runFor(record, group, id);
    for (let index = 0; index < this.askedCount; index++) {
      values.readHit(this.askedHits[index]!);
      if (this.askedNumbers[index] === fieldNumber.attribute) this.addName(run);
      else this.addStatus(run);
    }
    for (let index = 0; index < runTexts.length; index++) {
      const field = runTexts[index]!;
      if (run.texts[index] !== 0 || !values.read(fieldNumber[field])) continue;
      run.texts[index] = this.columns[field].dictionary.add(values.bytes, values.start, values.end);
    }
  }

  /** Ends the file: its runs can be found. */
  endFile(total: LengthDifference, returns: number): void {
    this.closeRun();
    this.places.documents.endFile(this.runCount, total, returns);
  }

  get runCount(): number {
    return this.events.runCount;
  }

  /** Gives back what growing left over. */
  trim(): void {
    this.places.trim();
    this.events.trim();
    for (const column of [...Object.values(this.columns), this.status, this.attributes]) column.trim();
    this.hashes = trimmed(this.hashes, this.runCount);
  }

  get byteLength(): number {
    const parts = [...Object.values(this.columns), this.status, this.attributes, this.events, this.hashes];
    return parts.reduce((sum, { byteLength }) => sum + byteLength, this.places.keptBytes);
  }

  private readonly takes = (field: number, hit: number): boolean => {
    this.askedHits[this.askedCount] = hit;
    this.askedNumbers[this.askedCount++] = field;
    return false;
  };

  private runFor(record: ScannedRecord, group: number, id: number): OpenRun {
    const { open } = this;
    const byteEnd = record.byteOffset + record.end - record.start;
    const hash = hashBytes(record.bytes, record.start, record.end);
    // Rows that name nothing belong together no more than any others.
    const isOfEvent = open?.group === group && open.id === id && group !== 0;
    if (open !== undefined && isOfEvent && !open.endsOpen && record.byteOffset - open.byteEnd <= LONGEST_GAP) {
      open.byteEnd = byteEnd;
      open.hash = Math.imul(open.hash, 31) + hash;
      open.endsOpen = record.endsOpen === true;
      open.inside = inside(open.before, record);
      return open;
    }
    this.closeRun();
    const before = { ...record.before };
    const { byteOffset, event } = record;
    return (this.open = {
      group,
      id,
      byteOffset,
      event,
      before,
      byteEnd,
      hash,
      status: 0,
      texts: runTexts.map(() => 0),
      attributesEnd: 0,
      endsOpen: record.endsOpen === true,
      inside: inside(before, record),
    });
  }

  private closeRun(): void {
    const { open, names } = this;
    this.open = undefined;
    if (open === undefined) return;
    if (this.isRepeat(open)) {
      this.repeatCount++;
      return;
    }
    const { byteOffset, event, before } = open;
    this.places.push({ byteOffset, start: 0, end: open.byteEnd - byteOffset, event, before, inside: open.inside });
    this.hashes = withRoom(this.hashes, this.runCount + 1);
    this.hashes[this.runCount] = open.hash | 0;
    this.events.push(open.group, open.id);
    this.status.push(open.status);
    this.attributes.push(this.attributes.dictionary.add(names, 0, open.attributesEnd));
    for (const [index, field] of runTexts.entries()) this.columns[field].push(open.texts[index]!);
  }

  /** Whether an earlier file has the same rows for the same event. */
  private isRepeat({ group, id, hash, byteOffset, byteEnd }: OpenRun): boolean {
    const { places, hashes } = this;
    return this.events.some(group, id, (run) => {
      const isSame = hashes[run] === (hash | 0) && places.byteLength(run) === byteEnd - byteOffset;
      return isSame && places.fileOf(run) !== places.openFile;
    });
  }

  private addStatus(run: OpenRun): void {
    const { values } = this;
    const entry = this.statusReader.entryIn(values.bytes, values.start, values.end);
    if (rankOfStatus[entry]! > rankOfStatus[run.status]!) run.status = entry;
  }

  private addName(run: OpenRun): void {
    const { bytes, start, end } = this.values;
    const { names } = this;
    if (run.attributesEnd + 1 + end - start > names.length) return;
    if (run.attributesEnd > 0) names[run.attributesEnd++] = LINE_FEED;
    for (let at = start; at < end; at++) names[run.attributesEnd++] = bytes[at] === LINE_FEED ? SPACE : bytes[at]!;
  }
}

/** What makes the lengths of a run differ from its bytes, up to the end of the record that was read last. */
function inside(before: LengthDifference, record: ScannedRecord): LengthDifference {
  return {
    shrink: record.before.shrink + record.inside.shrink - before.shrink,
    soloLineEnds: record.before.soloLineEnds + record.inside.soloLineEnds - before.soloLineEnds,
    pairedLineEnds: record.before.pairedLineEnds + record.inside.pairedLineEnds - before.pairedLineEnds,
  };
}

function textColumn(): DictionaryColumn<ByteDictionary> {
  return new DictionaryColumn(new ByteDictionary());
}
