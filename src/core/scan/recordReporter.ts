import { noLineEnds, RecordMeasure } from './recordMeasure';
import type { RecordSink, ScannedRecord } from './recordScanner';
import type { ScanPosition } from './scanPosition';
import type { LineEnds } from './textMeasure';
import { findLoneSurrogate } from './unescape';
import { oddity, type ValueReader } from './valueScanner';

type ReusedRecord = { -readonly [Key in keyof ScannedRecord]: ScannedRecord[Key] };

/** Tells a sink of the records that a value scanner has found, and of what was tolerated in them. */
export class RecordReporter {
  private readonly record: ReusedRecord;
  private readonly lengths = new RecordMeasure();

  constructor(
    private readonly position: ScanPosition,
    private readonly values: ValueReader,
    private readonly sink: RecordSink,
    /** As in `JsonShape`. */
    private readonly telling: Uint8Array | undefined,
  ) {
    const { hitFields, hitKinds, hitStarts, hitEnds } = values;
    this.record = {
      bytes: position.buffer.bytes,
      start: 0,
      end: 0,
      byteOffset: 0,
      event: 0,
      hitCount: 0,
      hitFields,
      hitKinds,
      hitStarts,
      hitEnds,
      hitBytes: position.buffer.bytes,
      before: this.lengths.before,
      inside: this.lengths.inside,
    };
  }

  /** Reports the last scanned value, which stands at `start` and is measured up to there, as the log's `event`-th record. */
  report(start: number, end: number, event: number): void {
    const { position, values, record, sink } = this;
    this.lengths.take(position, end, this.lineEnds());
    if (values.oddities !== 0) this.reportOddities(start, end, event);
    if (!this.isEvent()) {
      sink.fault(position.fault('notAnEvent', start, end - start, event));
      return;
    }
    record.bytes = position.buffer.bytes;
    record.start = start;
    record.end = end;
    record.byteOffset = position.buffer.offsetOf(start);
    record.event = event;
    record.hitCount = values.hitCount;
    record.hitFields = values.hitFields;
    record.hitKinds = values.hitKinds;
    record.hitStarts = values.hitStarts;
    record.hitEnds = values.hitEnds;
    record.hitBytes = record.bytes;
    sink.record(record);
  }

  /** Whether the last scanned value has what events have. */
  isEvent(): boolean {
    const { telling, values } = this;
    const { hitCount, hitFields } = values;
    if (telling === undefined) return hitCount > 0;
    for (let hit = 0; hit < hitCount; hit++) if (telling[hitFields[hit]!] === 1) return true;
    return false;
  }

  /** The line ends of the last scanned value, where its scanner has counted all of them, and it is ASCII. */
  private lineEnds(): LineEnds | undefined {
    const { values } = this;
    if ((values.oddities & (oddity.notAscii | oddity.lineEnd)) === 0) return noLineEnds;
    // Those in its texts are control characters there.
    return (values.oddities & (oddity.notAscii | oddity.controlCharacter)) === 0 ? values : undefined;
  }

  /** What was tolerated, one fault a kind. */
  private reportOddities(start: number, end: number, event: number): void {
    const { position, values, sink } = this;
    const { oddities, oddAt } = values;
    const { firstInvalidAt } = position.measure;
    if (oddities & oddity.nulByte) sink.fault(position.fault('nulInRecord', oddAt, 1, event));
    else if (oddities & oddity.controlCharacter) sink.fault(position.fault('controlCharacter', oddAt, 1, event));
    else if (oddities & oddity.trailingComma) sink.fault(position.fault('trailingComma', oddAt, 1, event));
    if (oddities & oddity.notAscii && firstInvalidAt >= 0) {
      sink.fault(position.fault('invalidUtf8', firstInvalidAt, 1, event));
    }
    if (oddities & oddity.surrogateEscape) {
      const lone = findLoneSurrogate(position.buffer.bytes, start, end);
      if (lone >= 0) sink.fault(position.fault('loneSurrogate', lone, 6, event));
    }
  }
}
