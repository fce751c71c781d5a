import { readTime } from '../record/readTime';
import { FieldCollector, RecordWithHits } from '../scan/fieldCollector';
import type { RecordSink, ScanFault, ScannedRecord } from '../scan/recordScanner';
import { plainEngine } from '../scan/scanEngine';
import { unescapeInto } from '../scan/unescape';
import { hitKind } from '../scan/valueScanner';
import type { FieldPath } from './eventFields';

/** Where records say when they began, when they ended, and how long they took. */
export interface SpanPaths {
  readonly start: string;
  readonly end: string;
  readonly duration: string;
}

/** No time is spelled longer. */
const MAX_TIME_BYTES = 64;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Milliseconds from one time to another, as events carry them; undefined when either cannot be read, or they go backwards. */
export function spanMs(start: string, end: string): number | undefined {
  if (start.length > MAX_TIME_BYTES || end.length > MAX_TIME_BYTES) return undefined;
  const ms = readTime(end) - readTime(start);
  return ms >= 0 ? ms : undefined;
}

/** Stands in front of a sink: gives records the duration that lies between their beginning and their end, unless they say one. */
export class SpanDurations implements RecordSink {
  private readonly collector = new FieldCollector(plainEngine());
  private readonly found = new RecordWithHits();
  private readonly startField: number;
  private readonly endField: number;
  private readonly durationField: number;
  private readonly durationFields: ReadonlySet<number>;
  private readonly scratch = new Uint8Array(MAX_TIME_BYTES);

  constructor(
    private readonly sink: RecordSink,
    fields: readonly FieldPath[],
    { start, end, duration }: SpanPaths,
  ) {
    const fieldOf = (path: string): number => fields.findIndex((each) => each.path === path);
    this.startField = fieldOf(start);
    this.endField = fieldOf(end);
    this.durationField = fieldOf(duration);
    this.durationFields = new Set(fields.flatMap(({ field }, at) => (field === 'duration' ? [at] : [])));
  }

  record(record: ScannedRecord): void {
    const span = this.spanOf(record);
    if (span === undefined) {
      this.sink.record(record);
      return;
    }
    const { collector } = this;
    const { hitCount, hitFields, hitKinds, hitStarts, hitEnds, hitBytes } = record;
    collector.begin();
    for (let hit = 0; hit < hitCount; hit++) {
      collector.add(hitFields[hit]!, hitKinds[hit]!, hitBytes, hitStarts[hit]!, hitEnds[hit]!);
    }
    const spelled = encoder.encode(String(span));
    collector.add(this.durationField, hitKind.number, spelled, 0, spelled.length);
    this.sink.record(this.found.take(record, collector));
  }

  fault(fault: ScanFault): void {
    this.sink.fault(fault);
  }

  member(name: string, value: string): void {
    this.sink.member(name, value);
  }

  private spanOf(record: ScannedRecord): number | undefined {
    let start = '';
    let end = '';
    for (let hit = 0; hit < record.hitCount; hit++) {
      const field = record.hitFields[hit]!;
      if (this.durationFields.has(field)) return undefined;
      if (field === this.startField) start = this.textOf(record, hit);
      else if (field === this.endField) end = this.textOf(record, hit);
    }
    return start === '' || end === '' ? undefined : spanMs(start, end);
  }

  private textOf({ hitKinds, hitStarts, hitEnds, hitBytes }: ScannedRecord, hit: number): string {
    const start = hitStarts[hit]!;
    const end = hitEnds[hit]!;
    if (hitKinds[hit]! > hitKind.escapedText || end - start > MAX_TIME_BYTES) return '';
    const length = unescapeInto(this.scratch, 0, hitBytes, start, end);
    return decoder.decode(this.scratch.subarray(0, length));
  }
}
