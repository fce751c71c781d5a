import type { DateOrder } from '../../record/readTime';
import type { CsvSink } from '../../scan/csv/csvRecordScanner';
import { OPEN_BRACE, OPEN_BRACKET } from '../../scan/byteClasses';
import { spaceEnd } from '../../scan/readMember';
import { undoubleInto } from '../../scan/csv/undouble';
import { FieldCollector, type UnpackText, type Unescape } from '../../scan/fieldCollector';
import type { RecordSink, ScannedRecord } from '../../scan/recordScanner';
import { hitKind } from '../../scan/valueScanner';
import { isBlankCell, isNullCell } from './csvCells';
import type { TableHeader } from './tableHeader';
import { csvPlaces, type CsvPlace } from './csvPaths';
import { isoTime } from './localeTimes';

type ReusedRecord = { -readonly [Key in keyof ScannedRecord]: ScannedRecord[Key] };

/** Stands between the scanner of a CSV file and a sink of records, and finds the fields in the cells. */
export class CsvFields implements CsvSink {
  private readonly collector = new FieldCollector();
  private places: readonly CsvPlace[] = [];
  private nested: readonly number[] = [];
  private plain: readonly number[] = [];
  /** By column, of the row at hand: 1 where a cell holds JSON. */
  private holdsJson = new Uint8Array(0);
  private reused: ReusedRecord | undefined;

  constructor(
    private readonly sink: RecordSink,
    private readonly readHeader: (titles: readonly string[], separator: number) => TableHeader,
    private readonly dateOrder: DateOrder,
  ) {}

  header(row: ScannedRecord, separator: number): void {
    const titles = Array.from({ length: row.hitCount }, (_, cell) => cellText(row, cell));
    this.places = csvPlaces(this.readHeader(titles, separator));
    const numbers = this.places.map((_, column) => column);
    this.nested = numbers.filter((column) => this.places[column]!.column?.isNested === true);
    this.plain = numbers.filter((column) => this.places[column]!.field >= 0);
    this.holdsJson = new Uint8Array(this.places.length);
  }

  record(row: ScannedRecord): void {
    const { collector } = this;
    collector.begin();
    for (const column of this.nested) this.addNested(row, column);
    for (const column of this.plain) this.addPlain(row, column);
    if (collector.hitCount === 0 && isBlankRow(row)) return;
    const record = (this.reused ??= { ...row });
    record.bytes = row.bytes;
    record.start = row.start;
    record.end = row.end;
    record.byteOffset = row.byteOffset;
    record.event = row.event;
    record.hitCount = collector.hitCount;
    record.hitFields = collector.hitFields;
    record.hitKinds = collector.hitKinds;
    record.hitStarts = collector.hitStarts;
    record.hitEnds = collector.hitEnds;
    record.hitBytes = collector.hitBytes;
    record.endsOpen = row.endsOpen === true;
    this.sink.record(record);
  }

  fault: RecordSink['fault'] = (fault) => this.sink.fault(fault);
  member: RecordSink['member'] = (name, value) => this.sink.member(name, value);

  private addNested(row: ScannedRecord, column: number): void {
    const { collector, holdsJson } = this;
    const { tree, plainField } = this.places[column]!;
    holdsJson[column] = 0;
    if (column >= row.hitCount || this.isInJson(column)) return;
    const { hitBytes, hitStarts, hitEnds } = row;
    const start = hitStarts[column]!;
    const end = hitEnds[column]!;
    if (isNullCell(hitBytes, start, end)) return;
    if (collector.addJson(tree, hitBytes, start, end, row.hitKinds[column] === hitKind.escapedText, unpackCell))
      holdsJson[column] = 1;
    else if (plainField >= 0) collector.add(plainField, hitKind.text, hitBytes, start, end, unescapeOf(row, column));
  }

  private addPlain(row: ScannedRecord, column: number): void {
    if (column >= row.hitCount || this.isInJson(column)) return;
    const { hitBytes, hitStarts, hitEnds } = row;
    const { field, isTime } = this.places[column]!;
    const start = hitStarts[column]!;
    const end = hitEnds[column]!;
    if (isBlankCell(hitBytes, start, end)) return;
    const iso = isTime && this.dateOrder === 'dayFirst' ? isoTime(cellText(row, column), 'dayFirst') : undefined;
    if (iso === undefined) this.collector.add(field, hitKind.text, hitBytes, start, end, unescapeOf(row, column));
    else this.collector.add(field, hitKind.text, iso, 0, iso.length);
  }

  private isInJson(column: number): boolean {
    const { around } = this.places[column]!;
    for (const other of around) if (this.holdsJson[other] === 1) return true;
    return false;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function cellText(row: ScannedRecord, cell: number): string {
  const text = decoder.decode(row.hitBytes.subarray(row.hitStarts[cell], row.hitEnds[cell]));
  return row.hitKinds[cell] === hitKind.escapedText ? text.replaceAll('""', '"') : text;
}

/** JSON in a cell, whose quotes are doubled when the cell is quoted. */
const unpackCell: UnpackText = (target, at, source, start, end, isDoubled) => {
  const first = spaceEnd(source, start);
  if (first >= end || (source[first] !== OPEN_BRACE && source[first] !== OPEN_BRACKET)) return -1;
  if (isDoubled) return undoubleInto(target, at, source, start, end);
  target.set(source.subarray(start, end), at);
  return at + end - start;
};

function unescapeOf({ hitKinds }: ScannedRecord, cell: number): Unescape | undefined {
  return hitKinds[cell] === hitKind.escapedText ? undoubleInto : undefined;
}

/** Nothing but separators, as spreadsheets leave them. */
function isBlankRow({ hitCount, hitStarts, hitEnds, hitBytes }: ScannedRecord): boolean {
  for (let cell = 0; cell < hitCount; cell++) {
    if (!isBlankCell(hitBytes, hitStarts[cell]!, hitEnds[cell]!)) return false;
  }
  return true;
}
