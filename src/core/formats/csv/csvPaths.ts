import { compilePaths, subtree, type PathTree } from '../../scan/pathTree';
import { graphFieldPaths } from '../eventFields';
import type { CsvColumn } from './csvColumns';
import type { TableHeader } from './tableHeader';

const allPaths = compilePaths(graphFieldPaths.map(({ path }, field) => ({ field, path })));

/** What a reader of rows does with one column. */
export interface CsvPlace {
  readonly column: CsvColumn | undefined;
  /** The number of the column's field in `graphFieldPaths`; -1 when the index does not keep it. */
  readonly field: number;
  /** The same for a nested column whose text holds no JSON. */
  readonly plainField: number;
  /** What is wanted of JSON in it. */
  readonly tree: PathTree | undefined;
  readonly isTime: boolean;
  /** Nested columns around this one: when one of them holds JSON, what stands here is not needed. */
  readonly around: readonly number[];
}

/** What a reader of rows does with each column. */
export function csvPlaces({ columns }: TableHeader): readonly CsvPlace[] {
  return columns.map((column) => ({
    column,
    field: column === undefined || column.isNested === true ? -1 : fieldOf(column.path),
    plainField: column?.isNested === true ? fieldOf(indexedPath(plainPath(column.path))) : -1,
    tree: column?.isNested === true ? subtree(allPaths, column.path) : undefined,
    isTime: column !== undefined && timePaths.has(column.path),
    around: columns.flatMap((other, at) =>
      other?.isNested === true && column !== undefined && isCovered(column.path, other.path) ? [at] : [],
    ),
  }));
}

const timePaths = new Set(['activitydatetime', 'timegenerated', 'time']);

/** Single details of a step are added to those that stand together in one column. */
function isCovered(path: string, nested: string): boolean {
  return path.startsWith(`${nested}.`) && nested !== 'provisioningsteps[].details';
}

/** Where a text stands that a nested column holds instead of JSON: the name of an object, the status of an event. */
export function plainPath(path: string): string {
  if (path === 'provisioningstatusinfo' || path === 'statusinfo') return `${path}.status`;
  const isList = path === 'provisioningsteps' || path === 'modifiedproperties' || path.endsWith('details');
  return isList ? path : `${path}.displayname`;
}

/** A text among modified properties reads as the name of one. */
function indexedPath(path: string): string {
  return path === 'modifiedproperties' ? `${path}[].displayname` : path;
}

function fieldOf(path: string): number {
  return graphFieldPaths.findIndex((each) => each.path === path);
}
