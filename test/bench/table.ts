import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { reaches, type Row, type RowResult, type Spread } from './row';

/** What the figures were measured on. */
export function machine(): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 1e9)} GB`;
  const load = loadavg()[0]!.toFixed(1);
  return `${processors[0]?.model ?? 'unknown processor'} × ${processors.length}, ${memory}, ${type()} ${release()}, Node ${process.version}, load ${load}`;
}

/** The results as a Markdown table. */
export function table(results: readonly RowResult[]): string {
  const lines = [['', 'ours', 'compared with', 'result', 'floor', 'aim', ''], ...results.map(cells)];
  const widths = lines[0]!.map((_, column) => Math.max(3, ...lines.map((line) => line[column]!.length)));
  const [head, ...body] = lines.map((line) => `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

function cells({ row, input, ours, theirs, figure, notice }: RowResult): string[] {
  const floor = row.floor?.(input);
  const aim = row.aim?.(input);
  return [
    row.inputs.length === 0 ? row.title : `${row.title} (${sizeOf(input.byteLength)})`,
    ours === undefined ? (notice ?? '') : spreadText(ours, row),
    theirs === undefined ? '' : spreadText(theirs, row),
    figure === undefined ? 'none' : inUnit(figure, row.unit),
    floor === undefined ? '' : inUnit(floor, row.unit),
    aim === undefined ? '' : inUnit(aim, row.unit),
    figure === undefined ? '' : verdict(row, figure, floor, aim),
  ];
}

function verdict(row: Row, figure: number, floor: number | undefined, aim: number | undefined): string {
  if (floor === undefined || aim === undefined) return '';
  if (reaches(row, figure, aim)) return 'aim';
  return reaches(row, figure, floor) ? 'floor' : 'below';
}

/** Rows of ratios are timed in milliseconds. */
function spreadText({ median, min, max }: Spread, row: Row): string {
  const unit = row.unit === 'x' ? 'ms' : row.unit;
  return `${number(median)} ${unit} (${number(min)} to ${number(max)})`;
}

function inUnit(value: number, unit: Row['unit']): string {
  return unit === 'x' ? `${number(value)}×` : `${number(value)} ${unit}`;
}

function number(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

function sizeOf(byteLength: number): string {
  return byteLength >= 1e9 ? `${(byteLength / 1e9).toFixed(1)} GB` : `${Math.round(byteLength / 1e6)} MB`;
}
