import type { LengthDifference } from './recordScanner';
import type { ScanPosition } from './scanPosition';

/** How a record's place in a text document differs from its place in bytes. */
export class RecordMeasure {
  readonly before: LengthDifference = { shrink: 0, soloLineEnds: 0, pairedLineEnds: 0 };
  readonly inside: LengthDifference = { shrink: 0, soloLineEnds: 0, pairedLineEnds: 0 };

  /** Takes a record up to whose start everything is measured. `isPlain`: it is ASCII, without line ends. */
  take(position: ScanPosition, end: number, isPlain: boolean): void {
    const { before, inside } = this;
    const { measure } = position;
    set(before, measure.shrink, measure.soloLineEnds, measure.pairedLineEnds);
    if (isPlain) {
      set(inside, 0, 0, 0);
      position.passPlain(end);
      return;
    }
    position.measureTo(end);
    set(
      inside,
      measure.shrink - before.shrink,
      measure.soloLineEnds - before.soloLineEnds,
      measure.pairedLineEnds - before.pairedLineEnds,
    );
  }
}

function set(difference: LengthDifference, shrink: number, soloLineEnds: number, pairedLineEnds: number): void {
  difference.shrink = shrink;
  difference.soloLineEnds = soloLineEnds;
  difference.pairedLineEnds = pairedLineEnds;
}
