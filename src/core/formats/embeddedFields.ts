import { FieldCollector, RecordWithHits, type Hits, type TextNotation } from '../scan/fieldCollector';
import { compilePaths, subtree, type PathTree } from '../scan/pathTree';
import type { RecordSink, ScanFault, ScannedRecord } from '../scan/recordScanner';
import { joinBytes } from '../scan/joinBytes';
import { plainEngine, type ScanEngine } from '../scan/scanEngine';
import { withMargin } from '../scan/scanMargin';
import type { TextReader } from '../scan/textReader';
import { hitKind, ValueScanner } from '../scan/valueScanner';
import type { FieldPath } from './eventFields';
import type { ContentOf } from './logFormat';

/** Which texts of a record hold JSON, as paths, and how it is got out of them. */
export interface EmbeddedTexts {
  readonly embedded: readonly string[];
  /** JSON unless told. */
  readonly notation?: TextNotation;
}

/**
 * Stands between a scanner and its sink, and finds the fields in texts that hold JSON: hits numbered from `fields.length`
 * on are such texts, in the order of `embedded`. A text that holds no JSON is a value like any other.
 */
export class EmbeddedFields implements RecordSink {
  /** Finds what the texts hold where the engine can do that, for most records. */
  private readonly reader: TextReader | undefined;
  private collector: FieldCollector | undefined;
  private readonly found = new RecordWithHits();
  private readonly fieldCount: number;
  private readonly trees: readonly (PathTree | undefined)[];
  /** What an embedded text is when it holds no JSON: the number of its field, or -1. */
  private readonly plainFields: readonly number[];

  constructor(
    private readonly sink: RecordSink,
    fields: readonly FieldPath[],
    private readonly texts: EmbeddedTexts,
    engine: ScanEngine,
  ) {
    const { embedded, notation } = texts;
    const all = compilePaths(fields.map(({ path }, field) => ({ field, path })));
    this.fieldCount = fields.length;
    this.trees = embedded.map((path) => subtree(all, path));
    this.plainFields = embedded.map((path) => fields.findIndex((each) => each.path === path));
    const { fieldCount: firstText, trees, plainFields } = this;
    this.reader = engine.textReader?.(notation);
    this.reader?.expect({ firstText, trees, plainFields });
  }

  record(record: ScannedRecord): void {
    const hits = this.reader?.read(record) ?? (this.hasEmbedded(record) ? this.collect(record) : record);
    this.sink.record(this.found.take(record, hits));
  }

  fault(fault: ScanFault): void {
    this.sink.fault(fault);
  }

  member(name: string, value: string): void {
    this.sink.member(name, value);
  }

  private hasEmbedded({ hitCount, hitFields }: ScannedRecord): boolean {
    for (let hit = 0; hit < hitCount; hit++) if (hitFields[hit]! >= this.fieldCount) return true;
    return false;
  }

  private collect(record: ScannedRecord): Hits {
    const collector = (this.collector ??= new FieldCollector());
    collector.begin();
    for (let hit = 0; hit < record.hitCount; hit++) this.addHit(collector, record, hit);
    return collector;
  }

  private addHit(collector: FieldCollector, record: ScannedRecord, hit: number): void {
    const { hitFields, hitKinds, hitStarts, hitEnds, hitBytes } = record;
    const { fieldCount } = this;
    const field = hitFields[hit]!;
    const kind = hitKinds[hit]!;
    const start = hitStarts[hit]!;
    const end = hitEnds[hit]!;
    if (field < fieldCount) {
      collector.add(field, kind, hitBytes, start, end);
      return;
    }
    const isEscaped = kind === hitKind.escapedText;
    if (isEscaped || kind === hitKind.text) {
      const tree = this.trees[field - fieldCount];
      if (collector.addJson(tree, hitBytes, start, end, isEscaped, this.texts.notation?.unpack)) return;
    }
    const plainField = this.plainFields[field - fieldCount]!;
    if (plainField >= 0) collector.add(plainField, kind, hitBytes, start, end);
  }
}

/** The {@link ContentOf} that belongs to {@link EmbeddedFields}: texts that hold JSON give way to it. */
export function embeddedContent({ embedded, notation }: EmbeddedTexts): ContentOf {
  // Nobody may look at a record, and the first rows wait for what is made ready before them.
  let paths: PathTree | undefined;
  return (record) => {
    paths ??= compilePaths(embedded.map((path) => ({ field: 0, path })));
    const padded = withMargin(record);
    const values = new ValueScanner();
    if (values.scan(padded, 0, record.length, paths) < 0) return record;
    const collector = new FieldCollector(plainEngine());
    const parts: Uint8Array[] = [];
    let from = 0;
    for (let hit = 0; hit < values.hitCount; hit++) {
      const kind = values.hitKinds[hit]!;
      const start = values.hitStarts[hit]!;
      const end = values.hitEnds[hit]!;
      if (kind > hitKind.escapedText) continue;
      const jsonStart = collector.end;
      if (!collector.addJson(undefined, padded, start, end, kind === hitKind.escapedText, notation?.unpack)) continue;
      parts.push(record.subarray(from, start - 1), collector.hitBytes.slice(jsonStart, collector.end));
      from = end + 1;
    }
    return joinBytes([...parts, record.subarray(from)]);
  };
}
