import type { RecordSink } from './recordScanner';
import type { OpenFault, ScanPosition } from './scanPosition';

/** NUL bytes between records, as interrupted downloads leave them: a run of them is one fault. */
export class NulRuns {
  private run: OpenFault | undefined;

  constructor(
    private readonly position: ScanPosition,
    private readonly sink: Pick<RecordSink, 'fault'>,
  ) {}

  /** Passes over those that come next. */
  pass(): void {
    const { buffer } = this.position;
    const { bytes, end } = buffer;
    this.run ??= this.position.open('nulBytes', buffer.at);
    while (buffer.at < end && bytes[buffer.at] === 0) buffer.at++;
  }

  /** Says that something else comes next, or nothing: until then a run may go on in the next chunk. */
  end(): void {
    if (this.run) this.sink.fault(this.position.close(this.run, this.position.buffer.at));
    this.run = undefined;
  }
}
