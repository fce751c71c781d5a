import type { FieldStore } from '../../index/columnStore';
import { rowMatcher } from '../../index/rowMatcher';
import { textColumn } from '../../index/textColumn';

/**
 * What one person or group is known by. The systems of a chain of jobs hand IDs on: what is the target of one job is the
 * source of the next. Log text.
 */
export interface ObjectIds {
  /** IDs in sources and targets. */
  readonly ids: readonly string[];
  /** Reportable identifiers: what a source calls the object for people, such as its user principal name. */
  readonly reportables: readonly string[];
  /** Names, by which events are joined that have nothing else. Exact, ignoring case. */
  readonly names: readonly string[];
}

/** With more IDs than these an object is no single one: something else is shared. */
export const MAX_OBJECT_IDS = 50;

/** What no object is known by: systems write it where they have nothing. */
const meaningless = /^(?:0{8}-?(?:0{4}-?){3}0{12}|0+|null|n\/a|none|undefined|-)$/i;

/** What the object of one event is known by, in this event. */
export function idsOfRow(store: FieldStore, row: number): ObjectIds {
  const text = (id: 'sourceId' | 'targetId' | 'reportable' | 'identity') => meaningful(textColumn(store, id)(row));
  const ids = [...new Set([...text('sourceId'), ...text('targetId')])];
  const reportables = text('reportable');
  // A name alone joins nothing where there is an ID: two people may share it.
  return { ids, reportables, names: ids.length + reportables.length === 0 ? text('identity') : [] };
}

/** The rows of a log whose object has one of the IDs, in file order. */
export function rowsAbout(store: FieldStore, { ids, reportables, names }: ObjectIds): number[] {
  const matchers = [
    ...ids.flatMap((id) => [rowMatcher(store.column('sourceId'), id), rowMatcher(store.column('targetId'), id)]),
    ...reportables.map((text) => rowMatcher(store.column('reportable'), text)),
  ];
  const hasName = names.map((name) => rowMatcher(store.column('identity'), name));
  const hasId = [textColumn(store, 'sourceId'), textColumn(store, 'targetId'), textColumn(store, 'reportable')];
  const rows: number[] = [];
  for (let row = 0; row < store.rowCount; row++) {
    const isAbout =
      matchers.some((matches) => matches(row)) ||
      (hasName.some((matches) => matches(row)) && hasId.every((textOf) => meaningful(textOf(row)).length === 0));
    if (isAbout) rows.push(row);
  }
  return rows;
}

/** What an object is known by in a whole log: its IDs, those that stand beside them in other events, and so on. */
export function joinIds(store: FieldStore, known: ObjectIds): ObjectIds {
  let joined = known;
  for (;;) {
    const found = rowsAbout(store, joined).map((row) => idsOfRow(store, row));
    const next = unite([joined, ...found]);
    if (sizeOf(next) === sizeOf(joined) || sizeOf(next) > MAX_OBJECT_IDS) return joined;
    joined = next;
  }
}

/** Everything that any of them knows, each once, ignoring case. */
export function unite(all: readonly ObjectIds[]): ObjectIds {
  return {
    ids: distinct(all.flatMap(({ ids }) => ids)),
    reportables: distinct(all.flatMap(({ reportables }) => reportables)),
    names: distinct(all.flatMap(({ names }) => names)),
  };
}

/** How many IDs there are. */
export function sizeOf({ ids, reportables, names }: ObjectIds): number {
  return ids.length + reportables.length + names.length;
}

function meaningful(text: string): readonly string[] {
  const trimmed = text.trim();
  return trimmed === '' || meaningless.test(trimmed) ? [] : [text];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()];
}
