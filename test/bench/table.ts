import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Figure, HostFigure } from './results';
import { reaches, type Spread } from './row';

/** What the figures were measured on. */
export function machine(): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 1e9)} GB`;
  const load = loadavg()[0]!.toFixed(1);
  return `${processors[0]?.model ?? 'unknown processor'} × ${processors.length}, ${memory}, ${type()} ${release()}, Node ${process.version}, load ${load}`;
}

/** Figures as a Markdown table; aligned for the eye unless told. */
export function table(figures: readonly Figure[], isAligned = true): string {
  return markdownTable([['', 'ours', 'compared with', 'result', 'floor', 'aim', ''], ...figures.map(cells)], isAligned);
}

/** What the extension hosts take, beside each other. */
export function hostTable(figures: readonly HostFigure[], isAligned = true): string {
  const lines = figures.map(({ title, byteLength, node, web }) => [
    `${title} (${sizeText(byteLength)})`,
    spreadText(node, 'ms'),
    spreadText(web, 'ms'),
    inUnit(web.median / node.median, 'x'),
  ]);
  return markdownTable([['', 'Node host', 'web host', 'web : Node'], ...lines], isAligned);
}

/** Lines of cells as a Markdown table; the first one is its head. */
export function markdownTable(lines: readonly (readonly string[])[], isAligned: boolean): string {
  // A column that nothing stands in says nothing.
  const columns = lines[0]!
    .map((_, column) => column)
    .filter((column) => lines.slice(1).some((line) => line[column] !== ''));
  const width = (column: number) => (isAligned ? Math.max(3, ...lines.map((line) => line[column]!.length)) : 0);
  const widths = columns.map(width);
  const [head, ...body] = lines.map(
    (line) => `| ${columns.map((column, at) => line[column]!.padEnd(widths[at]!)).join(' | ')} |`,
  );
  return [head, `| ${widths.map((each) => '-'.repeat(Math.max(3, each))).join(' | ')} |`, ...body].join('\n');
}

/** The rounds of one side, in a unit. */
export function spreadText({ median, min, max }: Spread, unit: string): string {
  return `${number(median)} ${unit} (${number(min)} to ${number(max)})`;
}

/** A size as titles name it. */
export function sizeText(byteLength: number): string {
  return byteLength >= 950e6 ? `${(byteLength / 1e9).toFixed(1)} GB` : `${Math.round(byteLength / 1e6)} MB`;
}

function cells(row: Figure): string[] {
  const { title, byteLength, unit, figure, floor, aim, ours, theirs, notice } = row;
  const timed = unit === 'x' ? 'ms' : unit === 'times' ? 'ns/B' : unit;
  return [
    byteLength === undefined ? title : `${title} (${sizeText(byteLength)})`,
    ours === undefined ? (notice ?? '') : spreadText(ours, timed),
    theirs === undefined ? '' : spreadText(theirs, timed),
    figure === undefined ? 'none' : inUnit(figure, unit),
    floor === undefined ? '' : inUnit(floor, unit),
    aim === undefined ? '' : inUnit(aim, unit),
    verdict(row),
  ];
}

function verdict({ unit, figure, floor, aim }: Figure): string {
  if (figure === undefined || floor === undefined || aim === undefined) return '';
  if (reaches({ unit }, figure, aim)) return 'aim';
  return reaches({ unit }, figure, floor) ? 'floor' : 'below';
}

function inUnit(value: number, unit: Figure['unit']): string {
  return unit === 'x' || unit === 'times' ? `${number(value)}×` : `${number(value)} ${unit}`;
}

function number(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}
