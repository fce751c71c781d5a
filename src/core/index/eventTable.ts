import type { ColumnId } from '../columns/columns';
import { actions, statuses } from '../model';
import { ByteDictionary } from './byteDictionary';
import type { ColumnData, ColumnStore } from './columnStore';
import { DictionaryColumn } from './dictionaryColumn';
import { IdColumn } from './idColumn';
import { NumberColumn } from './numberColumn';
import { WordList } from './wordList';

/** The entries of the status column. */
export const statusWords = new WordList(statuses);
/** The entries of the action column. */
export const actionWords = new WordList(actions);

/** The columns of a log, while it is read and afterwards. Rows stand in file order. */
export class EventTable implements ColumnStore {
  rowCount = 0;

  readonly columns = {
    time: new NumberColumn(),
    status: new DictionaryColumn(statusWords),
    action: new DictionaryColumn(actionWords),
    identity: textColumn(),
    code: textColumn(),
    reason: textColumn(),
    job: textColumn(),
    jobId: textColumn(),
    cycle: textColumn(),
    change: new IdColumn(),
    id: new IdColumn(),
    source: textColumn(),
    target: textColumn(),
    sourceId: new IdColumn(),
    targetId: new IdColumn(),
    reportable: textColumn(),
    type: textColumn(),
    duration: new NumberColumn(),
    attribute: textColumn(),
    skip: textColumn(),
    initiator: textColumn(),
  } satisfies Record<ColumnId, DictionaryColumn | IdColumn | NumberColumn>;

  column(id: ColumnId): ColumnData {
    const column = this.columns[id];
    return column instanceof IdColumn ? column : column.data();
  }

  /** Makes room for so many rows at once: growing by and by copies each of them once or twice. */
  reserve(rowCount: number): void {
    for (const column of Object.values(this.columns)) column.reserve(rowCount);
  }

  /** Drops the rows whose element of `isKept` is 0. */
  keep(isKept: Uint8Array): void {
    for (const column of Object.values(this.columns)) column.keep(isKept);
    this.rowCount = isKept.reduce((count, kept) => count + kept, 0);
  }

  /** Gives back what growing left over. */
  trim(): void {
    for (const column of Object.values(this.columns)) column.trim();
  }

  /** Bytes that the columns keep. */
  get byteLength(): number {
    return Object.values(this.columns).reduce((sum, column) => sum + column.byteLength, 0);
  }
}

function textColumn(): DictionaryColumn<ByteDictionary> {
  return new DictionaryColumn(new ByteDictionary());
}
