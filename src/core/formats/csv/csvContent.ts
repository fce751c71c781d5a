import type { DateOrder } from '../../record/readTime';
import { CARRIAGE_RETURN, LINE_FEED, OPEN_BRACE, OPEN_BRACKET } from '../../scan/byteClasses';
import { CsvRowScanner, IS_OPEN } from '../../scan/csv/csvRowScanner';
import { undoubleInto } from '../../scan/csv/undouble';
import { spaceEnd } from '../../scan/readMember';
import { withMargin } from '../../scan/scanMargin';
import { hitKind, ValueScanner } from '../../scan/valueScanner';
import { isBlankCell, isNullCell } from './csvCells';
import { listOfPath } from './csvColumns';
import type { TableHeader } from './tableHeader';
import { csvPlaces, plainPath, type CsvPlace } from './csvPaths';
import { isoTime } from './localeTimes';

/** The key of what an event's columns hold that are not known, as in `fieldNames.ts`. */
const OTHER_COLUMNS = 'othercolumns';

/** A member's value: JSON, or an object that is being put together. */
type Part = string | Branch;
type Branch = Map<string, Part>;

/**
 * What a row of events, or some rows of steps or properties, says: the object of one event with the names of
 * `fieldNames.ts`. What stands below unknown headers is kept beside.
 */
export function csvContent(header: TableHeader, record: Uint8Array, dateOrder: DateOrder): Uint8Array {
  return new TextEncoder().encode(written(new RowReader(header, dateOrder).read(record)));
}

class RowReader {
  private readonly values = new ValueScanner();
  private readonly scanner = new CsvRowScanner();
  private readonly places: readonly CsvPlace[];
  private readonly event: Branch = new Map();
  private readonly others: string[] = [];
  private readonly lists = new Map<string, string[]>();

  constructor(
    private readonly header: TableHeader,
    private readonly dateOrder: DateOrder,
  ) {
    this.places = csvPlaces(header);
    this.scanner.setSeparator(header.separator);
  }

  read(record: Uint8Array): Branch {
    const bytes = withMargin(record);
    for (let at = 0; at < record.length;) {
      const byte = bytes[at]!;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === 0) at++;
      else at = this.readRow(bytes, at, record.length);
    }
    for (const [list, elements] of this.lists) this.event.set(list, `[${elements.join(',')}]`);
    if (this.others.length > 0) this.event.set(OTHER_COLUMNS, `{${this.others.join(',')}}`);
    return this.event;
  }

  private readRow(bytes: Uint8Array, start: number, limit: number): number {
    const { scanner } = this;
    const whole = scanner.scan(bytes, start, limit, true);
    // The row was kept although nothing closes a quote in it.
    const end = whole === IS_OPEN ? scanner.scan(bytes, start, limit, true, true) : whole;
    if (end < 0) return limit;
    const element: Branch = new Map();
    const others: string[] = [];
    const holdsJson = new Set<number>();
    const cells = Array.from({ length: Math.min(scanner.cellCount, scanner.starts.length) }, (_, cell) => cell);
    const isNested = (cell: number): boolean => this.places[cell]?.column?.isNested === true;
    // What holds JSON stands in place of the columns inside of it, as in `CsvFields`.
    for (const cell of [...cells.filter(isNested), ...cells.filter((each) => !isNested(each))]) {
      if (isBlankCell(bytes, scanner.starts[cell]!, scanner.ends[cell]!)) continue;
      const place = this.places[cell];
      const isCovered = place?.around.some((other) => holdsJson.has(other)) === true;
      if (place?.column === undefined || isCovered || !this.put(element, place, bytes, cell, holdsJson)) {
        others.push(`${JSON.stringify(this.title(cell))}:${JSON.stringify(this.text(bytes, cell))}`);
      }
    }
    this.endRow(element, others);
    return end;
  }

  /** Puts a cell where it belongs; false when something else stands there already. */
  private put(
    element: Branch,
    { column, isTime }: CsvPlace,
    bytes: Uint8Array,
    cell: number,
    holdsJson: Set<number>,
  ): boolean {
    const path = column!.path;
    const list = listOfPath(path);
    const target = list === '' ? this.event : element;
    const inside = list === '' ? path : path.slice(list.length + '[].'.length);
    if (column!.isNested === true) {
      if (isNullCell(bytes, this.scanner.starts[cell]!, this.scanner.ends[cell]!)) return true;
      const json = this.json(bytes, cell);
      if (json !== undefined) holdsJson.add(cell);
      return putAt(
        target,
        json === undefined ? plainPath(inside) : inside,
        json ?? JSON.stringify(this.text(bytes, cell)),
      );
    }
    const text = this.text(bytes, cell);
    const iso = isTime && this.dateOrder === 'dayFirst' ? isoTime(text, 'dayFirst') : undefined;
    const isRepeated = list === '' && this.header.part !== 'events' && target.has(inside);
    return (
      isRepeated || putAt(target, inside, JSON.stringify(iso === undefined ? text : new TextDecoder().decode(iso)))
    );
  }

  /** A row of a list is an element with its other columns among its details; a row of events has them itself. */
  private endRow(element: Branch, others: readonly string[]): void {
    const { part } = this.header;
    if (part === 'events') {
      this.others.push(...others);
      return;
    }
    const list = part === 'steps' ? 'provisioningsteps' : 'modifiedproperties';
    if (part === 'steps' && others.length > 0) element.set('details', withMembers(element.get('details'), others));
    else this.others.push(...others);
    const elements = this.lists.get(list) ?? [];
    elements.push(written(element));
    this.lists.set(list, elements);
  }

  /** What a cell is called that has no place of its own. A step's detail keeps the name by which it is looked for. */
  private title(cell: number): string {
    const [, detail] = /\[\]\.details\.(.+)$/.exec(this.places[cell]?.column?.path ?? '') ?? [];
    const title = detail ?? this.header.titles[cell] ?? '';
    return title === '' ? `Column ${cell + 1}` : title;
  }

  private text(bytes: Uint8Array, cell: number): string {
    const { starts, ends, kinds } = this.scanner;
    const text = decoder.decode(bytes.subarray(starts[cell], ends[cell]));
    return kinds[cell] === hitKind.escapedText ? text.replaceAll('""', '"') : text;
  }

  private json(bytes: Uint8Array, cell: number): string | undefined {
    const { starts, ends, kinds } = this.scanner;
    const [start, end] = [starts[cell]!, ends[cell]!];
    const json = withMargin(bytes.subarray(start, end));
    const length = kinds[cell] === hitKind.escapedText ? undoubleInto(json, 0, bytes, start, end) : end - start;
    json.fill(0, length);
    let at = spaceEnd(json, 0);
    if (json[at] !== OPEN_BRACE && json[at] !== OPEN_BRACKET) return undefined;
    at = this.values.scan(json, at, length, undefined);
    return at >= 0 && spaceEnd(json, at) === length ? decoder.decode(json.subarray(0, length)) : undefined;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** False when the place, or one around it, is taken. */
function putAt(branch: Branch, path: string, json: string): boolean {
  const names = path.split('.');
  const last = names.pop()!;
  let target = branch;
  for (const name of names) {
    const next = target.get(name) ?? new Map<string, Part>();
    if (typeof next === 'string') return false;
    target.set(name, next);
    target = next;
  }
  if (target.has(last)) return false;
  target.set(last, json);
  return true;
}

/** An object's JSON with more members; what is no object becomes a member without a name. */
function withMembers(part: Part | undefined, members: readonly string[]): string {
  const json = part === undefined ? '{}' : written(part).trim();
  const own = json.startsWith('{') ? json.slice(1, -1).trim() : `"":${json}`;
  return `{${[...(own === '' ? [] : [own]), ...members].join(',')}}`;
}

function written(part: Part): string {
  if (typeof part === 'string') return part;
  return `{${[...part].map(([name, value]) => `${JSON.stringify(name)}:${written(value)}`).join(',')}}`;
}
