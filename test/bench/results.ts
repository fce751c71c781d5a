import { readFile, writeFile } from 'node:fs/promises';
import type { Grown } from './grow';
import type { Row, RowResult, Spread } from './row';

/** What was measured last, each part by a run of its own. */
export interface Results {
  /** The table of `npm run bench`. */
  readonly table?: Part<Figure>;
  /** What each shape of JSON takes for a byte, from the same run. */
  readonly shapes?: Part<Figure>;
  /** What `--editor` found in the real editor, and in its two extension hosts. */
  readonly editor?: EditorPart<Figure>;
  readonly hosts?: EditorPart<HostFigure>;
  /** What `--grow` found. */
  readonly growth?: Part<Grown>;
}

/** What one run measured. */
export interface Part<T> {
  /** What it was measured on. */
  readonly machine: string;
  readonly rounds: number;
  readonly rows: readonly T[];
}

/** What one run measured in an editor. */
export interface EditorPart<T> extends Part<T> {
  /** Name and version. */
  readonly editor: string;
}

/** What one thing takes in each extension host, in ms. */
export interface HostFigure {
  readonly id: string;
  readonly title: string;
  readonly byteLength: number;
  readonly node: Spread;
  readonly web: Spread;
}

/** One line of a table. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: Row['unit'];
  /** Of the log; absent where none is measured. */
  readonly byteLength?: number | undefined;
  /** In `unit`; absent when there was nothing to measure. */
  readonly figure?: number | undefined;
  readonly floor?: number | undefined;
  readonly aim?: number | undefined;
  readonly ours?: Spread | undefined;
  readonly theirs?: Spread | undefined;
  /** Why there is no figure. */
  readonly notice?: string | undefined;
}

/** The line of a row. */
export function figureOf({ row, input, ours, theirs, figure, notice }: RowResult): Figure {
  return {
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
  };
}

/** Reads what was measured. */
export async function readResults(file: string): Promise<Results> {
  return JSON.parse(await readFile(file, 'utf8')) as Results;
}

/** Puts what a run measured in the place of what an earlier one did; the other parts stay. Resolves to all of them. */
export async function addResults(file: string, parts: Results): Promise<Results> {
  const results: Results = { ...(await readResults(file)), ...parts };
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  return results;
}
