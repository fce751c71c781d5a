import { FieldCollector, RecordWithHits, type Hits } from '../scan/fieldCollector';
import { compilePaths, subtree, type PathTree } from '../scan/pathTree';
import type { RecordSink, ScanFault, ScannedRecord } from '../scan/recordScanner';
import type { ScanEngine } from '../scan/scanEngine';
import type { TextReader } from '../scan/textReader';
import { hitKind } from '../scan/valueScanner';
import { formatCounted } from '../text/formatValue';
import type { FieldPath } from './eventFields';
import { areEventKeys } from './eventKeys';
import { elementsOf, TableHeaders } from './tableHeaders';

/** What a column holds for the index. */
interface Column {
  /** The field of a plain value; -1 for none. */
  readonly field: number;
  /** What is wanted of JSON in its texts. */
  readonly paths: PathTree | undefined;
}

const nothing: Column = { field: -1, paths: undefined };

/** Stands between a scanner whose records are rows and its sink: finds the fields of each row by its table's columns. */
export class TableRows implements RecordSink {
  /** What the scanner must look for: the row itself and each of its values. */
  static readonly paths: PathTree = { field: 0, keys: [] };

  readonly headers = new TableHeaders();
  private wanted: readonly Column[] = [];
  private isOurs = false;
  private foreignRows = 0;
  /** Finds what rows hold where the engine can do that, for most rows. */
  private readonly reader: TextReader | undefined;
  private collector: FieldCollector | undefined;
  private readonly found = new RecordWithHits();
  private readonly paths: PathTree;

  constructor(
    private readonly sink: RecordSink,
    private readonly fields: readonly FieldPath[],
    private readonly jsonColumns: readonly string[],
    engine: ScanEngine,
  ) {
    this.reader = engine.textReader?.(undefined);
    this.paths = compilePaths(fields.map(({ path }, field) => ({ field, path })));
  }

  /** In sentences for the user. */
  get notices(): readonly string[] {
    return this.foreignRows === 0
      ? []
      : [`${formatCounted(this.foreignRows, 'row')} of tables without provisioning events are left out.`];
  }

  columns(json: Uint8Array, byteOffset: number): void {
    const names = this.headers.add(json, byteOffset).names.map((name) => name.toLowerCase());
    this.isOurs = areEventKeys(new Set(names));
    this.wanted = names.map((name) => ({
      field: this.fields.findIndex(({ path }) => path === name),
      paths: this.jsonColumns.includes(name) ? subtree(this.paths, name) : undefined,
    }));
    this.reader?.expect({
      trees: this.wanted.map(({ paths }) => paths),
      plainFields: this.wanted.map(({ field }) => field),
    });
  }

  record(record: ScannedRecord): void {
    if (!this.isOurs) {
      this.foreignRows++;
      return;
    }
    this.sink.record(this.found.take(record, this.reader?.read(record) ?? this.collect(record)));
  }

  fault(fault: ScanFault): void {
    this.sink.fault(fault);
  }

  member(name: string, value: string): void {
    this.sink.member(name, value);
  }

  private collect(record: ScannedRecord): Hits {
    const collector = (this.collector ??= new FieldCollector());
    collector.begin();
    if (!this.addValues(collector, record)) this.addNested(collector, record);
    return collector;
  }

  /** The first hit is the row, the others its values. False when one of them is a container: then hits are of more than values. */
  private addValues(collector: FieldCollector, record: ScannedRecord): boolean {
    const { hitCount, hitKinds, hitStarts, hitEnds, hitBytes } = record;
    for (let hit = 1; hit < hitCount; hit++) if (hitKinds[hit] === hitKind.container) return false;
    for (let hit = 1; hit < hitCount; hit++)
      this.add(collector, hit - 1, hitKinds[hit]!, hitBytes, hitStarts[hit]!, hitEnds[hit]!);
    return true;
  }

  /** A row that holds objects or lists: taken apart in peace. */
  private addNested(collector: FieldCollector, { bytes, start, end }: ScannedRecord): void {
    const row = bytes.slice(start, end);
    for (const [column, node] of elementsOf(row).entries()) {
      if (node.kind === 'string') this.add(collector, column, hitKind.escapedText, row, node.start + 1, node.end - 1);
      else if (node.kind === 'object' || node.kind === 'array')
        this.add(collector, column, hitKind.text, row, node.start, node.end);
      else if (node.kind !== 'null') this.add(collector, column, hitKind.number, row, node.start, node.end);
    }
  }

  private add(
    collector: FieldCollector,
    index: number,
    kind: number,
    source: Uint8Array,
    start: number,
    end: number,
  ): void {
    const { field, paths } = this.wanted[index] ?? nothing;
    const isText = kind === hitKind.text || kind === hitKind.escapedText;
    const isEscaped = kind === hitKind.escapedText;
    if (paths !== undefined && isText && collector.addJson(paths, source, start, end, isEscaped)) return;
    if (field >= 0) collector.add(field, kind, source, start, end);
  }
}
