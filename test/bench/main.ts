import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { tripleFiles } from '../generator/csvTriple';
import { parseSize } from '../generator/parseSize';
import { writeLog } from '../generator/writeLog';
import { writeTriple } from '../generator/writeTriple';
import { contentHash } from './sides/contentHash';
import { growthTable, grownSizes, measureGrowth, type Grown } from './grow';
import { writeSection } from './readme';
import { addResults, figureOf, type Figure, type Results } from './results';
import { measureRow, type InputName, type Row, type RowResult } from './row';
import { rows } from './rows';
import { runInProcess, serveSide } from './runSide';
import { shapeRecords, writeShape } from './shapeInput';
import { shapeRows } from './shapeRows';
import type { BenchInput } from './side';
import { hostTable, machine, table } from './table';

/** The log that the rows are measured on unless told. */
const SIZE = 1e8;
/** The log that memory, single events and filters are measured on: about 1 GB. */
const FULL_EVENTS = 330_000;

/** The events of the shapes: so many bytes as the portal's list. */
const SHAPE_SIZE = 4e7;

/** Where a run leaves its results, and who shows them. */
const RESULTS = 'test/bench/results.json';
const README = 'README.md';

const usage = `npm run bench -- [--size 100MB] [--full] [--editor] [--grow] [--readme] [--rounds 5] [--only <row>]
  --size    the log that the rows are measured on; at most 500MB, which is all that V8 can parse at once
  --editor  what a user waits for in a real editor, on ${FULL_EVENTS} events or on --size, and nothing else
  --grow    time and memory of the index at 10, 100, 400 and 1,000 MB, and nothing else
  --full    measures what large logs cost on ${FULL_EVENTS} events (about 1 GB)
  --readme  measures nothing: shows in the README what ${RESULTS} holds
  --only    one row: ${[...rows, ...shapeRows].map(({ id }) => id).join(', ')}; or all "shapes"`;

interface Options {
  readonly bytes: number | undefined;
  readonly isFull: boolean;
  readonly isEditor: boolean;
  readonly isGrowth: boolean;
  readonly isReadme: boolean;
  readonly rounds: number;
  readonly only: string | undefined;
}

/** `npm run bench`: prints the table. Nothing here fails because something is slow. */
async function main(args: readonly string[]): Promise<void> {
  const sides = [...rows, ...shapeRows].flatMap(({ ours, theirs }) => (theirs === undefined ? [ours] : [ours, theirs]));
  if (await serveSide(args, sides)) return;

  const options = readOptions(args);
  if (options.isReadme) {
    await keep({});
    return;
  }
  if (options.isEditor) {
    await inEditor(options);
    return;
  }
  const bytes = options.bytes ?? SIZE;
  const scratch = await mkdtemp(path.join(tmpdir(), 'provlog-bench-'));
  try {
    if (options.isGrowth) {
      await grow(scratch, options.rounds);
      return;
    }
    const size = await makeInput(scratch, 'log.json', { bytes });
    const full = options.isFull ? await makeInput(scratch, 'full.json', { events: FULL_EVENTS }) : undefined;
    const results: RowResult[] = [];
    const wanted = rows.filter(({ id }) => options.only === undefined || id === options.only);
    const hasTables = wanted.some(({ inputs }) => inputs.includes('csv'));
    const csv = hasTables ? await makeTriple(scratch, bytes) : undefined;
    for (const row of wanted) {
      for (const input of inputsOf(row, { size, full, csv })) {
        process.stderr.write(`${row.title} …\n`);
        // Reads the whole file once, so that each side finds it in the page cache.
        await contentHash(input.file);
        results.push(await measureRow(row, input, options.rounds, runInProcess));
      }
    }
    const shapes = await measureShapes(scratch, options);
    const run = { machine: machine(), rounds: options.rounds };
    const part = { ...run, rows: results.map(figureOf) };
    console.log(`\n${run.machine}\nmedian of ${run.rounds} (lowest to highest), each side in its own process`);
    for (const figures of [part.rows, shapes]) if (figures.length > 0) console.log(`\n${table(figures)}`);
    if (options.only === undefined && options.bytes === undefined) {
      await keep({ table: part, shapes: { ...run, rows: shapes } });
    }
  } finally {
    await rm(scratch, { recursive: true });
  }
}

async function measureShapes(scratch: string, { only, rounds }: Options): Promise<readonly Figure[]> {
  const wanted = shapeRows.filter(({ id }) => only === undefined || only === 'shapes' || only === id);
  if (wanted.length === 0) return [];
  const records = shapeRecords(SHAPE_SIZE);
  const figures: Figure[] = [];
  for (const row of wanted) {
    process.stderr.write(`${row.id} …\n`);
    const input = await writeShape(row.shape, records, scratch);
    figures.push(figureOf(await measureRow(row, input, rounds, runInProcess)));
  }
  return figures;
}

async function inEditor({ bytes, rounds }: Options): Promise<void> {
  // Browser and editor are loaded for this alone: they would weigh on what the sides measure.
  const { measureEditor } = await import('./editor/measureEditor');
  const size = bytes === undefined ? { events: FULL_EVENTS } : { bytes };
  const { editor, hosts } = await measureEditor(size, rounds, (what) => process.stderr.write(`${what} …\n`));
  console.log(`\n${editor.machine}, ${editor.editor}\nmedian of ${rounds} (lowest to highest)\n`);
  console.log(`${table(editor.rows)}\n\n${hostTable(hosts.rows)}`);
  // Another size is for trying.
  if (bytes === undefined) await keep({ editor, hosts });
}

async function grow(scratch: string, rounds: number): Promise<void> {
  const grown: Grown[] = [];
  for (const bytes of grownSizes) {
    const input = await makeInput(scratch, 'grown.json', { bytes });
    process.stderr.write(`${bytes / 1e6} MB …\n`);
    grown.push(await measureGrowth(input, rounds, runInProcess));
  }
  const part = { machine: machine(), rounds, rows: grown };
  console.log(`\n${part.machine}\nmedian of ${rounds}, each in its own process\n`);
  console.log(growthTable(grown));
  await keep({ growth: part });
}

async function keep(parts: Results): Promise<void> {
  await writeSection(README, await addResults(RESULTS, parts));
}

/** Without the large log, a row that wants it makes do with the other. */
function inputsOf(row: Row, made: Readonly<Partial<Record<InputName, BenchInput | undefined>>>): readonly BenchInput[] {
  const inputs = row.inputs.flatMap((name) => made[name] ?? []);
  return inputs.length > 0 || made.size === undefined ? inputs : [made.size];
}

async function makeTriple(scratch: string, bytes: number): Promise<BenchInput> {
  const { byteLength, counts } = await writeTriple(scratch, { bytes });
  const file = path.join(scratch, tripleFiles.events);
  return { file, byteLength, events: counts.events, failures: counts.failures, scratch };
}

async function makeInput(
  scratch: string,
  name: string,
  size: { readonly bytes: number } | { readonly events: number },
): Promise<BenchInput> {
  const file = path.join(scratch, name);
  const { byteLength, counts } = await writeLog(file, size);
  return { file, byteLength, events: counts.events, failures: counts.failures, scratch };
}

function readOptions(args: readonly string[]): Options {
  const options = {
    bytes: undefined as number | undefined,
    isFull: false,
    isEditor: false,
    isGrowth: false,
    isReadme: false,
    rounds: 5,
    only: undefined as string | undefined,
  };
  const left = [...args];
  for (let flag = left.shift(); flag !== undefined; flag = left.shift()) {
    if (flag === '--full') options.isFull = true;
    else if (flag === '--editor') options.isEditor = true;
    else if (flag === '--grow') options.isGrowth = true;
    else if (flag === '--readme') options.isReadme = true;
    else if (flag === '--size') options.bytes = parseSize(left.shift() ?? '') ?? refuse('--size wants a size');
    else if (flag === '--rounds') options.rounds = Number(left.shift()) || refuse('--rounds wants a number');
    else if (flag === '--only') options.only = left.shift() ?? refuse('--only wants a row');
    else refuse(`${flag} is unknown`);
  }
  const ids = ['shapes', ...[...rows, ...shapeRows].map(({ id }) => id)];
  if (options.only !== undefined && !ids.includes(options.only)) refuse(`${options.only} is no row`);
  return options;
}

function refuse(reason: string): never {
  throw new Error(`${reason}.\n${usage}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
