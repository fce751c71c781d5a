import type { BenchInput, Outcome, Side } from './side';

/** A log that rows are measured on. */
export type InputName = 'size' | 'full' | 'csv' | 'shape';

/** One row of the table. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /**
   * `x`: how many times as fast as `theirs`, more is better. `times`: how many times as long as `theirs` it takes for each
   * byte, less is better. Otherwise the unit of `ours`, less is better.
   */
  readonly unit: 'x' | 'times' | 'ms' | 'MB' | 'kB';
  readonly ours: Side;
  /** What `x` and `times` rows compare with. */
  readonly theirs?: Side;
  /**
   * The logs it is measured on: the one of `--size`, the same as the files of a CSV download (the one with the events is
   * its `file`), the same events in one shape, the one of 330,000 events that `--full` makes. A row that
   * wants the large log only is measured on the other without `--full`; one that wants none is measured once.
   */
  readonly inputs: readonly InputName[];
  /** One round is enough: it comes to the same each time. */
  readonly isExact?: boolean;
  /** What must be reached, and what is wanted; a row without them is there to compare. */
  readonly floor?: (input: BenchInput) => number;
  readonly aim?: (input: BenchInput) => number;
}

/** What a row came to. */
export interface RowResult {
  readonly row: Row;
  readonly input: BenchInput;
  readonly ours: Spread | undefined;
  readonly theirs: Spread | undefined;
  /** In the row's unit; undefined when there was nothing to measure. */
  readonly figure: number | undefined;
  /** Why there is no figure. */
  readonly notice?: string;
}

/** The rounds of one side. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Five rounds, one side after the other in each, so that whatever slows the machine slows both. */
export async function measureRow(
  row: Row,
  input: BenchInput,
  rounds: number,
  runSide: (side: Side, input: BenchInput) => Promise<Outcome>,
): Promise<RowResult> {
  const sides = row.theirs === undefined ? [row.ours] : [row.ours, row.theirs];
  const values = sides.map((): number[] => []);
  for (let round = 0; round < (row.isExact === true ? 1 : rounds); round++) {
    const answers: string[] = [];
    for (const [index, side] of sides.entries()) {
      const outcome = await runSide(side, input);
      if ('absent' in outcome) return { ...nothing(row, input), notice: outcome.absent };
      answers.push(outcome.answer);
      values[index]!.push(outcome.value);
    }
    const [ours, theirs] = answers;
    if (theirs !== undefined && ours !== theirs) {
      return { ...nothing(row, input), notice: `the sides differ: ${ours} and ${theirs}` };
    }
  }
  const [ours, theirs] = values.map(spread);
  return { row, input, ours, theirs, figure: figureIn(row.unit, ours!, theirs) };
}

/** Whether a figure is on the good side of a limit. */
export function reaches({ unit }: Pick<Row, 'unit'>, figure: number, limit: number): boolean {
  return unit === 'x' ? figure >= limit : figure <= limit;
}

function figureIn(unit: Row['unit'], ours: Spread, theirs: Spread | undefined): number {
  if (theirs !== undefined && unit === 'x') return theirs.median / ours.median;
  return theirs !== undefined && unit === 'times' ? ours.median / theirs.median : ours.median;
}

function nothing(row: Row, input: BenchInput): RowResult {
  return { row, input, ours: undefined, theirs: undefined, figure: undefined };
}

/** Their median, with the lowest and the highest. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, min: sorted[0]!, max: sorted.at(-1)! };
}
