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
import { rankOfStatus } from './worstStatus';

/** What the index takes from the rows of a run: the first of each, but for the steps' worst status and all attributes. */
export const runTexts = ['skipReason', 'reportableIdentifier', 'stepUserName', 'stepUserPrincipalName'] as const;

/** An event takes no more runs from one table; the others are shown as events of their own. */
const MOST_RUNS = 1_000;

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Between two rows of a run stand line ends only. */
const LONGEST_GAP = 4;

const askedFields = new Uint8Array(Object.keys(fieldNumber).length);
askedFields[fieldNumber.stepStatus] = 1;
askedFields[fieldNumber.attribute] = 1;

/** The run that is being read. */
interface OpenRun {
  readonly change: number;
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
  runCount = 0;
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

  /** False when what looks like IDs of events turned out to be IDs of the rows themselves. */
  usesIds = true;

  /** Change IDs, or IDs of events where a row has no other, as they are spelled. */
  private readonly groups = new ByteDictionary();
  private readonly ids = new ByteDictionary();
  private changes = new Uint32Array(64);
  private idOfRun = new Uint32Array(64);
  private hashes = new Int32Array(64);
  /** By group: its first and its last run; by run: the next one of its group. Counted from 1, 0 for none. */
  private first = new Uint32Array(64);
  private last = new Uint32Array(64);
  private next = new Uint32Array(64);

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
    const id = this.ids.add(values.bytes, values.start, values.end);
    if (!values.read(fieldNumber.changeId)) values.read(fieldNumber.id);
    const change = this.groups.add(values.bytes, values.start, values.end);
    const run = this.runFor(record, change, id);
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

  /**
   * Adds to `runs` those of an event, in the order in which they were read: those of its change that name no other event,
   * and those that name it alone. IDs are ranges of `bytes`; an empty one finds nothing. At most {@link MOST_RUNS}.
   */
  findRuns(runs: number[], bytes: Uint8Array, change: readonly [number, number], id: readonly [number, number]): void {
    const ownId = this.ids.find(bytes, ...id) ?? -1;
    const group = this.groups.find(bytes, ...change) ?? 0;
    const ownGroup = this.groups.find(bytes, ...id) ?? 0;
    const most = runs.length + MOST_RUNS;
    for (const each of group === ownGroup ? [group] : [group, ownGroup]) {
      for (let run = this.first[each] ?? 0; run !== 0 && each !== 0 && runs.length < most; run = this.next[run - 1]!) {
        const named = this.idOfRun[run - 1]!;
        if (!this.usesIds || named === 0 || named === ownId) runs.push(run - 1);
      }
    }
  }

  /** Whether rows of a change name events, and whether they name this one. */
  namesEvent(bytes: Uint8Array, change: readonly [number, number], id: readonly [number, number]): boolean | undefined {
    const group = this.groups.find(bytes, ...change) ?? 0;
    const ownId = this.ids.find(bytes, ...id) ?? 0;
    const first = group === 0 ? 0 : (this.first[group] ?? 0);
    return first === 0 || this.idOfRun[first - 1] === 0 ? undefined : ownId !== 0;
  }

  /** The ID of the event that a run's rows name, `""` where they name none. */
  idOf(run: number): string {
    return this.ids.text(this.idOfRun[run]!);
  }

  /** What a run's rows name besides the event: the change, or the event once more. */
  changeOf(run: number): string {
    return this.groups.text(this.changes[run]!);
  }

  /** Gives back what growing left over. */
  trim(): void {
    this.places.trim();
    this.groups.trim();
    this.ids.trim();
    for (const column of [...Object.values(this.columns), this.status, this.attributes]) column.trim();
    this.changes = trimmed(this.changes, this.runCount);
    this.idOfRun = trimmed(this.idOfRun, this.runCount);
    this.hashes = trimmed(this.hashes, this.runCount);
    this.next = trimmed(this.next, this.runCount);
    this.first = trimmed(this.first, this.groups.size);
    this.last = trimmed(this.last, this.groups.size);
  }

  get byteLength(): number {
    const columns = [...Object.values(this.columns), this.status, this.attributes, this.groups, this.ids];
    const arrays = [this.changes, this.idOfRun, this.hashes, this.first, this.last, this.next];
    return [...columns, ...arrays].reduce((sum, { byteLength }) => sum + byteLength, this.places.keptBytes);
  }

  private readonly takes = (field: number, hit: number): boolean => {
    this.askedHits[this.askedCount] = hit;
    this.askedNumbers[this.askedCount++] = field;
    return false;
  };

  private runFor(record: ScannedRecord, change: number, id: number): OpenRun {
    const { open } = this;
    const byteEnd = record.byteOffset + record.end - record.start;
    const hash = hashBytes(record.bytes, record.start, record.end);
    // Rows that name nothing belong together no more than any others.
    const isOfEvent = open?.change === change && open.id === id && change !== 0;
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
      change,
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
    const run = this.runCount++;
    const { byteOffset, event, before } = open;
    this.places.push({ byteOffset, start: 0, end: open.byteEnd - byteOffset, event, before, inside: open.inside });
    this.changes = withRoom(this.changes, run + 1);
    this.idOfRun = withRoom(this.idOfRun, run + 1);
    this.hashes = withRoom(this.hashes, run + 1);
    this.next = withRoom(this.next, run + 1);
    this.changes[run] = open.change;
    this.idOfRun[run] = open.id;
    this.hashes[run] = open.hash | 0;
    this.next[run] = 0;
    this.status.push(open.status);
    this.attributes.push(this.attributes.dictionary.add(names, 0, open.attributesEnd));
    for (const [index, field] of runTexts.entries()) this.columns[field].push(open.texts[index]!);
    this.chain(run, open.change);
  }

  /** Whether an earlier file has the same rows for the same event. */
  private isRepeat({ change, id, hash, byteOffset, byteEnd }: OpenRun): boolean {
    const { places } = this;
    let tries = MOST_RUNS;
    for (let run = this.first[change] ?? 0; run !== 0 && change !== 0 && tries-- > 0; run = this.next[run - 1]!) {
      const isSame = this.hashes[run - 1] === (hash | 0) && places.byteLength(run - 1) === byteEnd - byteOffset;
      if (isSame && this.idOfRun[run - 1] === id && places.fileOf(run - 1) !== places.openFile) return true;
    }
    return false;
  }

  private chain(run: number, group: number): void {
    if (group === 0) return;
    this.first = withRoom(this.first, group + 1);
    this.last = withRoom(this.last, group + 1);
    const last = this.last[group]!;
    if (last === 0) this.first[group] = run + 1;
    else this.next[last - 1] = run + 1;
    this.last[group] = run + 1;
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
