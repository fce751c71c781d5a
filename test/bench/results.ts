import { writeFile } from 'node:fs/promises';
import type { RowResult } from './row';
import { machine } from './table';

/** Writes what was measured, and on what, as JSON for whoever compares two runs. */
export async function writeResults(file: string, results: readonly RowResult[], rounds: number): Promise<void> {
  const rows = results.map(({ row, input, ours, theirs, figure, notice }) => ({
    id: row.id,
    title: row.title,
    unit: row.unit,
    byteLength: row.inputs.length === 0 ? undefined : input.byteLength,
    figure,
    floor: row.floor?.(input),
    aim: row.aim?.(input),
    ours,
    theirs,
    notice,
  }));
  await writeFile(file, `${JSON.stringify({ machine: machine(), rounds, rows }, null, 2)}\n`);
}
