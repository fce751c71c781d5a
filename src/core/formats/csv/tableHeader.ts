import { csvColumns, headerName, type CsvColumn } from './csvColumns';
import type { TriplePart } from './tripleNames';

/** What a user said about the columns of files with one header. */
export interface ColumnMapping {
  readonly part: TriplePart;
  /** Headers, as `headerName` has them, by the path of what stands below them. */
  readonly columns: Readonly<Record<string, string>>;
}

/** The mappings of all headers that users were asked about, by {@link TableHeader.key}. */
export type ColumnMappings = Readonly<Record<string, ColumnMapping>>;

/** The first row of a CSV file, and what it says of the others. */
export interface TableHeader {
  /** The byte between cells. */
  readonly separator: number;
  /** The headers as the file has them. */
  readonly titles: readonly string[];
  /** The beginnings of the cells below them, where the first row was looked at. */
  readonly sample?: readonly string[] | undefined;
  /** False where nothing comes behind the header. */
  readonly hasRows?: boolean;
  /** Equal for files whose headers differ in casing and punctuation only. */
  readonly key: string;
  /** Which of the three files it is; undefined for a table of something else. */
  readonly part: TriplePart | undefined;
  /** What each column holds, undefined for what is not known. */
  readonly columns: readonly (CsvColumn | undefined)[];
  /** Whether rows say which change or event they belong to. */
  readonly hasChange: boolean;
}

/** Beginnings of headers that only provisioning logs have. */
const tellingStarts = [
  'changeid',
  'jobid',
  'cycleid',
  'provisioning',
  'sourcesystem',
  'targetsystem',
  'sourceidentity',
  'targetidentity',
  'modifiedpropert',
  'statusinfo',
];

/** So many of them make a table of events. */
const TELLING_EVENT_HEADERS = 2;

/** Reads a header row. What the user said about a header like this one counts for more than what it looks like. */
export function readTableHeader(
  titles: readonly string[],
  separator: number,
  mappings: ColumnMappings = {},
): TableHeader {
  const names = titles.map(namesOf);
  const key = titles.map(headerName).join('|');
  const mapping = Object.hasOwn(mappings, key) ? mappings[key] : undefined;
  const part = mapping?.part ?? findPart(names);
  const columns = part === undefined ? titles.map(() => undefined) : assign(names, csvColumns[part], mapping);
  const paths = new Set(columns.map((column) => column?.path));
  const isSide = part === 'steps' || part === 'modifiedProperties';
  const hasChange = paths.has('changeid') || paths.has('correlationid') || (isSide && paths.has('id'));
  return { separator, titles, key, part, columns, hasChange };
}

/** A header may name its unit or its zone: `TimeGenerated [UTC]`, `Duration (ms)`. */
function namesOf(title: string): readonly string[] {
  return [headerName(title), headerName(title.replace(/[[(][^\])]*[\])]/g, ''))].filter((name) => name !== '');
}

function findPart(names: readonly (readonly string[])[]): TriplePart | undefined {
  const has = (part: TriplePart, ...fields: readonly string[]): boolean =>
    csvColumns[part].some(
      (column) => fields.some((field) => column.path.endsWith(field)) && columnOf(names, column, new Set()) >= 0,
    );
  const has1 = (name: string): boolean => names.some((each) => each.includes(name));
  if (has('modifiedProperties', '[].oldvalue', '[].newvalue')) return 'modifiedProperties';
  const telling = names.filter((each) => each.some((name) => tellingStarts.some((start) => name.startsWith(start))));
  const isOfEvents = ['jobid', 'cycleid', 'provisioningaction', 'action'].some(has1);
  const hasStep =
    has('steps', '[].provisioningsteptype', '[].name') && has('steps', '[].status', '[].description', '[].details');
  if (hasStep && !isOfEvents && (telling.length > 0 || has1('correlationid'))) return 'steps';
  return telling.length >= TELLING_EVENT_HEADERS ? 'events' : undefined;
}

function assign(
  names: readonly (readonly string[])[],
  columns: readonly CsvColumn[],
  mapping: ColumnMapping | undefined,
): readonly (CsvColumn | undefined)[] {
  const assigned = names.map((): CsvColumn | undefined => undefined);
  const taken = new Set<number>();
  const isMapped = (column: CsvColumn): boolean => mapping?.columns[column.path] !== undefined;
  const mapped = columns.filter(isMapped).map((column) => ({ ...column, names: [mapping!.columns[column.path]!] }));
  for (const column of [...mapped, ...columns.filter((each) => !isMapped(each))]) {
    const at = columnOf(names, column, taken);
    if (at < 0) continue;
    assigned[at] = column;
    taken.add(at);
  }
  return assigned;
}

/** The first column that is not taken and has the best of the names; -1 without one. */
function columnOf(names: readonly (readonly string[])[], column: CsvColumn, taken: ReadonlySet<number>): number {
  for (const name of column.names) {
    const at = names.findIndex((each, index) => !taken.has(index) && each.includes(name));
    if (at >= 0) return at;
  }
  return -1;
}
