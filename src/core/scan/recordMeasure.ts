import type { LengthDifference } from './recordScanner';
import type { ScanPosition } from './scanPosition';
import type { LineEnds } from './textMeasure';

/** What a record on one line has. */
export const noLineEnds: LineEnds = { soloLineEnds: 0, pairedLineEnds: 0, returns: 0 };

/** How a record's place in a text document differs from its place in bytes. */
export class RecordMeasure {
  readonly before: LengthDifference = { shrink: 0, soloLineEnds: 0, pairedLineEnds: 0 };
  readonly inside: LengthDifference = { shrink: 0, soloLineEnds: 0, pairedLineEnds: 0 };

  /** Takes a record up to whose start everything is measured. `lineEnds`: it is ASCII, with so many of them. */
  take(position: ScanPosition, end: number, lineEnds: LineEnds | undefined): void {
    const { before, inside } = this;
    const { measure } = position;
    set(before, measure.shrink, measure.soloLineEnds, measure.pairedLineEnds);
    if (lineEnds !== undefined) {
      set(inside, 0, lineEnds.soloLineEnds, lineEnds.pairedLineEnds);
      position.passPlain(end, lineEnds);
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
