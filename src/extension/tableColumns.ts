import type { Memento, Uri } from 'vscode';
import { tripleParts } from '../core/formats/csv/tripleNames';
import type { ColumnMapping } from '../core/formats/csv/tableHeader';
import { plainLabel } from '../core/text/escape';
import type { UnknownTable } from '../protocol/logApi';
import { askColumns, type ColumnAnswers } from './askColumns';
import { fileLabel } from './fileLabel';

/** Says what the columns of a table hold that are not recognised; undefined leaves the table as it is. */
export type MapColumns = (file: Uri, table: UnknownTable) => Promise<ColumnMapping | undefined>;

const STATE_KEY = 'columnMappings';
/** The headers of the same tables, as the files have them. */
const TITLES_KEY = 'columnTitles';
/** Of a table with more columns the first ones tell it from others. */
const KEPT_TITLES = 200;

/** What was said about the tables of a log when it was read, by their keys; undefined where nobody said anything. */
export type TableAnswers = ReadonlyMap<string, ColumnMapping | undefined>;

/** A table about which something is remembered. */
export interface AnsweredTable extends Pick<ColumnMapping, 'part'> {
  readonly key: string;
  readonly titles: readonly string[];
}

/** What users said about the columns of tables: asked once for each header row, and remembered. */
export class TableColumns {
  /** What was answered before a question was left, by the table's key: the next time these answers are selected. */
  private readonly begun = new Map<string, ColumnAnswers>();

  constructor(private readonly state: Memento) {}

  /** Answers what was said before, without a question. */
  readonly remembered: MapColumns = (_, { key }) => Promise.resolve(this.known.get(key));

  /** Asks what was not said before. */
  readonly ask: MapColumns = async (file, table) => {
    const known = await this.remembered(file, table);
    if (known !== undefined) return known;
    const name = table.entry === undefined ? fileLabel(file) : `${fileLabel(file)} › ${table.entry}`;
    const answers = this.begun.get(table.key) ?? { columns: new Map() };
    this.begun.set(table.key, answers);
    const mapping = await askColumns(plainLabel(name), table, answers);
    if (mapping === undefined) return undefined;
    this.begun.delete(table.key);
    await this.state.update(STATE_KEY, Object.fromEntries(this.known.set(table.key, mapping)));
    await this.keepTitles(this.titles.set(table.key, table.titles.slice(0, KEPT_TITLES)));
    return mapping;
  };

  /** The tables about which something is remembered. Headers are as the file had them that was asked about last. */
  get answered(): readonly AnsweredTable[] {
    const { titles } = this;
    // What an older version remembered has no headers but those in its key.
    return [...this.known].map(([key, { part }]) => ({ key, part, titles: titles.get(key) ?? key.split('|') }));
  }

  /** Forgets what was said about tables: the next time such a table is analyzed, it is asked about again. */
  async forget(keys: Iterable<string>): Promise<void> {
    const { known, titles } = this;
    for (const key of keys) {
      known.delete(key);
      titles.delete(key);
    }
    await this.state.update(STATE_KEY, Object.fromEntries(known));
    await this.keepTitles(titles);
  }

  /** Whether a log was read by other answers than those that are remembered: it is worth asking again. */
  isOutdated(answers: TableAnswers): boolean {
    const known = this.known;
    return [...answers].some(
      ([key, answer]) => answer === undefined || JSON.stringify(known.get(key)) !== JSON.stringify(answer),
    );
  }

  private get known(): Map<string, ColumnMapping> {
    return this.stored(STATE_KEY, isMapping);
  }

  private get titles(): Map<string, readonly string[]> {
    return this.stored(TITLES_KEY, isTextList);
  }

  private keepTitles(titles: ReadonlyMap<string, readonly string[]>): Thenable<void> {
    return this.state.update(TITLES_KEY, Object.fromEntries(titles));
  }

  private stored<T>(stateKey: string, isSound: (value: unknown) => value is T): Map<string, T> {
    const stored = this.state.get<Record<string, unknown>>(stateKey) ?? {};
    return new Map(Object.entries(stored).filter((entry): entry is [string, T] => isSound(entry[1])));
  }
}

/** What is stored may come from another version. */
function isMapping(value: unknown): value is ColumnMapping {
  if (typeof value !== 'object' || value === null) return false;
  const { part, columns } = value as Partial<Record<keyof ColumnMapping, unknown>>;
  return (
    tripleParts.some((each) => each === part) &&
    typeof columns === 'object' &&
    columns !== null &&
    Object.values(columns).every((name) => typeof name === 'string')
  );
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
