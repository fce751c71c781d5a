import { timeIn } from '../record/readScalar';
import { readTime } from '../record/readTime';
import { RecordWithHits } from '../scan/fieldCollector';
import type { RecordSink, ScanFault, ScannedRecord } from '../scan/recordScanner';
import { unescapeInto } from '../scan/unescape';
import { hitKind } from '../scan/valueScanner';
import type { FieldPath } from './eventFields';

/** Where records say when they began and when they ended. */
export interface SpanPaths {
  readonly start: string;
  readonly end: string;
}

/** No time is spelled longer. */
const MAX_TIME_BYTES = 64;

/** Milliseconds from one time to another, as events carry them; undefined when either cannot be read, or they go backwards. */
export function spanMs(start: string, end: string): number | undefined {
  if (start.length > MAX_TIME_BYTES || end.length > MAX_TIME_BYTES) return undefined;
  return forwardMs(readTime(start), readTime(end));
}

function forwardMs(startMs: number, endMs: number): number | undefined {
  return endMs >= startMs ? endMs - startMs : undefined;
}

/** Stands in front of a sink: tells of records how long it was from their beginning to their end. */
export class SpanDurations implements RecordSink {
  private readonly found = new RecordWithHits();
  private readonly startField: number;
  private readonly endField: number;
  private readonly scratch = new Uint8Array(MAX_TIME_BYTES);

  constructor(
    private readonly sink: RecordSink,
    fields: readonly FieldPath[],
    { start, end }: SpanPaths,
  ) {
    this.startField = fields.findIndex(({ path }) => path === start);
    this.endField = fields.findIndex(({ path }) => path === end);
  }

  record(record: ScannedRecord): void {
    const { found, startField, endField } = this;
    const { hitCount, hitFields } = record;
    let startMs = NaN;
    let endMs = NaN;
    for (let hit = 0; hit < hitCount; hit++) {
      if (hitFields[hit] === startField) startMs = this.timeOf(record, hit);
      else if (hitFields[hit] === endField) endMs = this.timeOf(record, hit);
    }
    found.take(record, record);
    found.durationMs = forwardMs(startMs, endMs);
    this.sink.record(found);
  }

  fault(fault: ScanFault): void {
    this.sink.fault(fault);
  }

  member(name: string, value: string): void {
    this.sink.member(name, value);
  }

  private timeOf({ hitKinds, hitStarts, hitEnds, hitBytes }: ScannedRecord, hit: number): number {
    const start = hitStarts[hit]!;
    const end = hitEnds[hit]!;
    const kind = hitKinds[hit]!;
    if (kind > hitKind.escapedText || end - start > MAX_TIME_BYTES) return NaN;
    if (kind !== hitKind.escapedText) return timeIn(hitBytes, start, end);
    return timeIn(this.scratch, 0, unescapeInto(this.scratch, 0, hitBytes, start, end));
  }
}
