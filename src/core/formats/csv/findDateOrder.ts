import type { DateOrder } from '../../record/readTime';
import type { ByteSource } from '../../scan/byteSource';
import { CsvRecordScanner } from '../../scan/csv/csvRecordScanner';
import type { ScannedRecord } from '../../scan/recordScanner';
import type { TableHeader } from './tableHeader';
import { csvPlaces } from './csvPaths';
import { isSlashDate, orderIn } from './localeTimes';

/** How the dates of a file are read, and what the user must know of that. */
export interface DateReading {
  readonly order: DateOrder;
  readonly notice?: string;
}

const CHUNK_BYTES = 256 * 1024;

/**
 * Finds out in which order a table writes the day and the month of dates such as `3/4/2026`, by the first date that can
 * be read in one way only. Without such dates hardly more than the first row is read. Where none tells, the month comes
 * first, as in the United States. Reading that fails ends the search: whoever reads the file will say so.
 */
export async function findDateOrder(source: ByteSource, table: TableHeader): Promise<DateReading> {
  const column = csvPlaces(table).findIndex(({ isTime }) => isTime);
  const title = column < 0 ? '' : table.titles[column]!;
  const local = /local/i.test(title) ? { notice: localNotice } : {};
  if (column < 0) return { order: 'monthFirst' };
  const search = new Search(column);
  const scanner = new CsvRecordScanner(search, CHUNK_BYTES);
  for (let offset = 0; !search.isOver;) {
    const room = scanner.room();
    const count = await source.readInto(room, offset).catch(() => 0);
    if (count === 0) break;
    scanner.filled(count);
    offset += count;
  }
  const { order, example } = search;
  if (example === undefined || order === 'monthFirst') return { order: 'monthFirst', ...local };
  if (order === 'dayFirst') {
    return { order, notice: `The dates of this file are read with the day first, because one of them is ${example}.` };
  }
  return {
    order: 'monthFirst',
    notice: `No date of this file tells whether its day or its month comes first (${example}): they are read with the month first.`,
  };
}

const localNotice =
  'The times of this file are local times of the computer that exported it. They are shown as they stand, as if they were UTC.';

/** Looks at one column, row by row. */
class Search {
  order: DateOrder | undefined;
  /** The date that decided, or the last one that did not; digits and slashes only. */
  example: string | undefined;
  isOver = false;

  constructor(private readonly column: number) {}

  header(): void {
    // The columns are known.
  }

  record({ bytes, hitStarts, hitEnds, hitCount }: ScannedRecord): void {
    if (this.isOver || this.column >= hitCount) return;
    const text = new TextDecoder().decode(bytes.subarray(hitStarts[this.column], hitEnds[this.column])).slice(0, 40);
    if (text.trim() === '') return;
    // Other spellings than the first are not looked for.
    if (!isSlashDate(text)) {
      this.isOver = this.example === undefined;
      return;
    }
    this.example = /[\d/]+/.exec(text)![0];
    this.order = orderIn(text);
    this.isOver = this.order !== undefined;
  }

  fault(): void {
    // Said by whoever reads the file.
  }

  member(): void {
    // Tables have none.
  }
}
