/** One cell of a table's text. Offsets count UTF-16 units. */
export interface CsvCell {
  /** Where its row begins. */
  readonly rowStart: number;
  /** Position in its row, from 0. */
  readonly column: number;
  /** Where the content begins and ends, quotation marks around it not counted. */
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
  /** The content, doubled quotation marks made single. */
  readonly value: string;
}

/** What a table's first row says. */
export interface CsvHeader {
  /** What parts cells: a comma, a semicolon or a tab. */
  readonly separator: string;
  /** The names of the columns. Log text. */
  readonly names: readonly string[];
}

const separators = [',', ';', '\t'];

/** Reads the first row; the separator is the one that stands most often outside of quotation marks there. */
export function readCsvHeader(text: string): CsvHeader {
  const tables = separators.map((separator) => ({ separator, cells: rowAt(text, 0, separator) }));
  const { separator, cells } = tables.reduce((best, each) => (each.cells.length > best.cells.length ? each : best));
  return { separator, names: cells.map(({ value }) => value.trim()) };
}

/**
 * The cell that covers an offset; undefined on separators and line breaks. Quoted cells may hold both, so that every
 * quotation mark before the offset counts (https://www.rfc-editor.org/rfc/rfc4180#section-2): where a table has single
 * ones in cells without quotation marks, the answer is a guess.
 */
export function csvCellAt(text: string, offset: number, separator: string): CsvCell | undefined {
  if (offset < 0 || offset >= text.length) return undefined;
  return rowAt(text, rowStart(text, offset), separator).find(
    ({ start, end, isQuoted }) => offset >= start - (isQuoted ? 1 : 0) && offset < end + (isQuoted ? 1 : 0),
  );
}

/** Where an offset of the text lies in a cell's value. */
export function valueOffset(text: string, { start, isQuoted }: CsvCell, offset: number): number {
  const before = text.slice(start, Math.max(start, offset));
  return isQuoted ? before.replaceAll('""', '"').length : before.length;
}

/** Where an offset of a cell's value lies in the text. */
export function textOffset({ start, isQuoted, value }: CsvCell, offset: number): number {
  return start + (isQuoted ? value.slice(0, offset).replaceAll('"', '""').length : offset);
}

/** Where the row around an offset begins: behind the nearest line break before it that no quoted cell holds. */
function rowStart(text: string, offset: number): number {
  let isInside = quotesBefore(text, offset) % 2 === 1;
  for (let at = offset - 1; at >= 0; at--) {
    const character = text[at];
    if (character === '"') isInside = !isInside;
    else if (!isInside && (character === '\n' || character === '\r')) return at + 1;
  }
  return 0;
}

function quotesBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < offset; at = text.indexOf('"', at + 1)) count++;
  return count;
}

/** The cells of the row that begins at `start`. */
function rowAt(text: string, start: number, separator: string): readonly CsvCell[] {
  const cells: CsvCell[] = [];
  let at = start;
  for (;;) {
    const content = text[at] === '"' ? quotedContent(text, at) : plainContent(text, at, separator);
    const cell = { rowStart: start, column: cells.length, ...content };
    cells.push(cell);
    at = cell.end + (cell.isQuoted ? 1 : 0);
    // Text between a closing quotation mark and the separator belongs to nothing.
    while (at < text.length && text[at] !== separator && !isLineBreak(text[at])) at++;
    if (text[at] !== separator) return cells;
    at++;
  }
}

type Content = Omit<CsvCell, 'rowStart' | 'column'>;

function quotedContent(text: string, quote: number): Content {
  let end = quote + 1;
  while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
  end = Math.min(end, text.length);
  return { start: quote + 1, end, isQuoted: true, value: text.slice(quote + 1, end).replaceAll('""', '"') };
}

function plainContent(text: string, start: number, separator: string): Content {
  let end = start;
  while (end < text.length && text[end] !== separator && !isLineBreak(text[end])) end++;
  return { start, end, isQuoted: false, value: text.slice(start, end) };
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
