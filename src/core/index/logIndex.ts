import type { ColumnId } from '../columns/columns';
import type { Action, EventSummary, Status } from '../model';
import { timeText } from '../record/readTime';
import type { ColumnData, ColumnStore } from './columnStore';
import type { EventTable } from './eventTable';
import type { KeyTable } from './keyTable';
import type { RecordPlaces } from './recordPlaces';
import type { JoinedPlace, SideTables } from './sideTables';

/** Where a record stands, in bytes of its file and in UTF-16 units of the file's text document. */
export interface RowRange {
  readonly row: number;
  readonly file: number;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly documentOffset: number;
  readonly documentLength: number;
  /** The event's number in its file, counted from 1. */
  readonly event: number;
  readonly key: string;
}

const everyRow = { has: () => true };

/**
 * Everything that is known of a log without reading its records again: columns, places and keys. Holds no text of the
 * file but what the columns hold. Does not change: when more rows are added to the table, it goes on to answer for those
 * that were there when it was made.
 */
export class LogIndex implements ColumnStore {
  readonly rowCount: number;

  constructor(
    private readonly table: EventTable,
    private readonly places: RecordPlaces,
    private readonly keys: KeyTable,
    private readonly sides?: SideTables,
  ) {
    this.rowCount = table.rowCount;
  }

  column(id: ColumnId): ColumnData {
    return this.table.column(id);
  }

  /** Bytes of all arrays that are kept. */
  get byteLength(): number {
    return this.table.byteLength + this.places.keptBytes + this.keys.byteLength + (this.sides?.byteLength ?? 0);
  }

  /** Whether there is such a row. */
  hasRow(row: number): boolean {
    return Number.isInteger(row) && row >= 0 && row < this.rowCount;
  }

  /** The event's key, unique in the log. */
  key(row: number): string {
    return this.keys.keyOf(row);
  }

  rowOf(key: string): number | undefined {
    return this.known(this.keys.rowOf(key));
  }

  range(row: number): RowRange {
    const { places } = this;
    return {
      row,
      file: places.fileOf(row),
      byteOffset: places.byteOffset(row),
      byteLength: places.byteLength(row),
      documentOffset: places.documentOffset(row),
      documentLength: places.documentLength(row),
      event: places.event(row),
      key: this.key(row),
    };
  }

  /** Where the rows of other tables stand that belong to an event. */
  joinedPlaces(row: number): readonly JoinedPlace[] {
    const { change, id } = this.table.columns;
    const [file, byteOffset] = [this.places.fileOf(row), this.places.byteOffset(row)];
    const places = this.sides?.placesOf(change.text(row), id.text(row)) ?? [];
    return places.filter((place) => place.file !== file || place.byteOffset !== byteOffset);
  }

  /** The record that covers a byte of a file; undefined between records. */
  rangeAtByteOffset(file: number, byteOffset: number): RowRange | undefined {
    const row = this.known(this.places.rowAtByte(file, byteOffset));
    return row === undefined ? undefined : this.range(row);
  }

  /** The record that covers a UTF-16 unit of a file's text document; undefined between records. */
  rangeAtDocumentOffset(file: number, offset: number): RowRange | undefined {
    const row = this.known(this.places.rowAtDocument(file, offset));
    return row === undefined ? undefined : this.range(row);
  }

  /** How many events a file has. */
  eventCountOf(file: number): number {
    const [first, end] = this.places.rowsOf(file);
    return Math.max(0, Math.min(end, this.rowCount) - first);
  }

  /** The next or previous row of `within`, or the next or previous failure of it; undefined at the end. */
  neighbour(
    row: number,
    direction: 'next' | 'previous',
    failuresOnly: boolean,
    within: { has(row: number): boolean } = everyRow,
  ): number | undefined {
    const step = direction === 'next' ? 1 : -1;
    for (let other = row + step; this.hasRow(other); other += step) {
      if (within.has(other) && (!failuresOnly || this.status(other) === 'failure')) return other;
    }
    return undefined;
  }

  /** The rows of a change, in file order. */
  rowsOfChange(changeId: string): readonly number[] {
    const isSame = this.table.columns.change.matcher(changeId);
    const rows: number[] = [];
    for (let row = 0; row < this.rowCount; row++) if (isSame(row)) rows.push(row);
    return rows;
  }

  status(row: number): Status {
    return this.table.columns.status.textAt(row) as Status;
  }

  action(row: number): Action {
    return this.table.columns.action.textAt(row) as Action;
  }

  /** The display names of an event's systems. */
  systems(row: number): Pick<EventSummary, 'sourceSystem' | 'targetSystem'> {
    const { source, target } = this.table.columns;
    return { sourceSystem: source.textAt(row), targetSystem: target.textAt(row) };
  }

  /** One event in a line. */
  summary(row: number): EventSummary {
    const { columns } = this.table;
    const errorCode = columns.code.textAt(row);
    const durationMs = columns.duration.at(row);
    return {
      key: this.key(row),
      id: columns.id.text(row),
      changeId: columns.change.text(row),
      jobId: columns.jobId.textAt(row),
      cycleId: columns.cycle.textAt(row),
      time: timeText(columns.time.at(row)),
      action: this.action(row),
      status: this.status(row),
      ...(errorCode !== '' && { errorCode }),
      ...this.systems(row),
      identity: columns.identity.textAt(row),
      ...(!Number.isNaN(durationMs) && { durationMs }),
      file: this.places.fileOf(row),
      byteOffset: this.places.byteOffset(row),
      byteLength: this.places.byteLength(row),
    };
  }

  private known(row: number | undefined): number | undefined {
    return row !== undefined && row < this.rowCount ? row : undefined;
  }
}
