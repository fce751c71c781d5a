import type { FieldStore } from '../../index/columnStore';
import { numberValues } from '../../index/numberValues';
import { objectNumbers } from '../../index/objectNumbers';
import { statusColumn } from '../../index/statusColumn';
import { textColumn } from '../../index/textColumn';
import { foldCase } from '../../query/textMatcher';

/** A person or group that was found by what somebody typed. Texts are log text. */
export interface FoundObject {
  /** One of its events. */
  readonly row: number;
  readonly name: string;
  readonly reportable: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly type: string;
  readonly events: number;
  readonly failures: number;
}

/** Where it is searched. */
const searched = ['identity', 'reportable', 'sourceId', 'targetId'] as const;

/**
 * IDs are looked at for texts that could be a part of one: of a hundred thousand of them each is a text of its own.
 */
const likeId = /^(?=.*\d)\S{3,}$/;

/**
 * People and groups whose name, reportable identifier or ID holds all words of a text, ignoring case; at most `limit`:
 * first those that begin with the text, then those with the most failures. All of them for an empty text. An ID is
 * found by three characters and more, with a digit among them.
 */
export function findObjects(store: FieldStore, typed: string, limit: number): readonly FoundObject[] {
  const wanted = foldCase(typed.trim());
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  const objects = objectNumbers(store);
  const statusOf = statusColumn(store);
  const score = new Uint8Array(objects.size);
  const rowOf = new Uint32Array(objects.size);
  const events = new Uint32Array(objects.size);
  const failures = new Uint32Array(objects.size);
  const places = likeId.test(wanted) ? searched : (['identity', 'reportable'] as const);
  const scores = places.map((id) => scoresOf(store, id, wanted, words));
  for (let row = 0; row < store.rowCount; row++) {
    const object = objects.entries[row]!;
    if (object === 0) continue;
    let best = 0;
    for (const scoreOf of scores) best = Math.max(best, scoreOf(row));
    if (events[object]!++ === 0 || best > score[object]!) {
      score[object] = best;
      rowOf[object] = row;
    }
    if (statusOf(row) === 'failure') failures[object]!++;
  }
  const found: number[] = [];
  for (let object = 1; object < objects.size; object++)
    if (events[object]! > 0 && score[object]! > 0) found.push(object);
  const order = (a: number, b: number) =>
    score[b]! - score[a]! || failures[b]! - failures[a]! || events[b]! - events[a]! || a - b;
  const [name, reportable, sourceId, targetId, type] = (
    ['identity', 'reportable', 'sourceId', 'targetId', 'type'] as const
  ).map((id) => textColumn(store, id));
  return found
    .sort(order)
    .slice(0, limit)
    .map((object) => {
      const row = rowOf[object]!;
      return {
        row,
        name: name!(row),
        reportable: reportable!(row),
        sourceId: sourceId!(row),
        targetId: targetId!(row),
        type: type!(row),
        events: events[object]!,
        failures: failures[object]!,
      };
    });
}

/** 2 for rows whose value begins with the text, 1 for those that hold all its words, 0 for the others. */
function scoresOf(
  store: FieldStore,
  id: (typeof searched)[number],
  wanted: string,
  words: readonly string[],
): (row: number) => number {
  const data = store.column(id);
  if (wanted === '') return () => 1;
  const score = (text: string): number => {
    const value = foldCase(text);
    return value === '' ? 0 : value.startsWith(wanted) ? 2 : Number(words.every((word) => value.includes(word)));
  };
  if (data.kind === 'id') {
    const mayHold = data.partMatcher(words[0]!);
    return (row) => (mayHold(row) ? score(data.text(row)) : 0);
  }
  const { entries, size, text } = numberValues(data, store.rowCount);
  const scoreOf = Uint8Array.from({ length: size }, (_, entry) => (entry === 0 ? 0 : score(text(entry))));
  return (row) => scoreOf[entries[row]!]!;
}
