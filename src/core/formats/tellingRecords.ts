import type { RecordSink, ScanFault, ScannedRecord } from '../scan/recordScanner';
import { formatCounted } from '../text/formatValue';

/**
 * Stands behind what unpacks texts and in front of a sink: passes on the records that have a field which only events have.
 * The scanner cannot tell where those fields stand in a text.
 */
export class TellingRecords implements RecordSink {
  private foreign = 0;

  /** `telling` has a 1 for every such field. */
  constructor(
    private readonly sink: RecordSink,
    private readonly telling: Uint8Array,
  ) {}

  /** In sentences for the user. */
  get notices(): readonly string[] {
    return this.foreign === 0
      ? []
      : [`${formatCounted(this.foreign, 'record')} without anything that provisioning events have are left out.`];
  }

  record(record: ScannedRecord): void {
    const { hitCount, hitFields } = record;
    for (let hit = 0; hit < hitCount; hit++) {
      if (this.telling[hitFields[hit]!] !== 1) continue;
      this.sink.record(record);
      return;
    }
    this.foreign++;
  }

  fault(fault: ScanFault): void {
    this.sink.fault(fault);
  }

  member(name: string, value: string): void {
    this.sink.member(name, value);
  }
}
