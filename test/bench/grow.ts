import type { BenchInput, Outcome, Side } from './side';
import { fullIndex } from './sides/fullIndex';
import { indexMemory } from './sides/indexMemory';
import { markdownTable } from './table';

/** The sizes at which growth is looked at, in bytes. */
export const grownSizes: readonly number[] = [10e6, 100e6, 400e6, 1_000e6];

/** What one size costs. */
export interface Grown {
  readonly byteLength: number;
  readonly indexMs: number;
  readonly memoryMB: number;
}

/** Measures a log of one size; throws when a side has nothing to say. */
export async function measureGrowth(
  input: BenchInput,
  rounds: number,
  runSide: (side: Side, input: BenchInput) => Promise<Outcome>,
): Promise<Grown> {
  const median = async (side: Side): Promise<number> => {
    const values: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const outcome = await runSide(side, input);
      if ('absent' in outcome) throw new Error(outcome.absent);
      values.push(outcome.value);
    }
    return values.sort((a, b) => a - b)[values.length >> 1]!;
  };
  return { byteLength: input.byteLength, indexMs: await median(fullIndex), memoryMB: await median(indexMemory) };
}

/** As a Markdown table: straight lines are equal figures in the columns that say how much more the last 100 MB cost. */
export function growthTable(grown: readonly Grown[], isAligned = true): string {
  const lines = grown.map((size, at) => {
    const before = grown[at - 1];
    const slope = (of: (each: Grown) => number): string => {
      if (before === undefined) return '';
      return ((of(size) - of(before)) / ((size.byteLength - before.byteLength) / 100e6)).toFixed(1);
    };
    const { byteLength, indexMs, memoryMB } = size;
    return [
      (byteLength / 1e6).toFixed(0),
      indexMs.toFixed(0),
      slope((each) => each.indexMs),
      memoryMB.toFixed(1),
      slope((each) => each.memoryMB),
    ];
  });
  const head = ['MB', 'index ms', 'ms for 100 MB more', 'memory MB', 'MB for 100 MB more'];
  return markdownTable([head, ...lines], isAligned);
}
