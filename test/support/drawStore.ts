import type { FieldId } from '../../src/core/columns/derivedColumns';
import type { ColumnData, FieldStore } from '../../src/core/index/columnStore';
import { allFields } from '../../src/core/query/fields';

/** An event as a test draws it: what is left out is absent. Times are ISO texts, lists are arrays. */
export type DrawnEvent = Readonly<Partial<Record<FieldId, string | number | readonly string[]>>>;

/** Id columns whose values the drawn store keeps packed, as an index does where they hardly repeat. */
const packed: readonly FieldId[] = ['id', 'change', 'sourceId', 'targetId'];

/** A small store of drawn events, in their order. */
export function drawStore(events: readonly DrawnEvent[]): FieldStore {
  const drawn = new Map<FieldId, ColumnData>();
  for (const { id, type } of allFields) {
    const values = events.map((event) => event[id]);
    if (type === 'number' || type === 'time') drawn.set(id, drawNumbers(values));
    else if (packed.includes(id)) drawn.set(id, drawIds(values.map(textOf)));
    else drawn.set(id, drawDictionary(values.map(textOf)));
  }
  return { rowCount: events.length, column: (id) => drawn.get(id)! };
}

function textOf(value: DrawnEvent[FieldId]): string {
  return value === undefined ? '' : typeof value === 'object' ? value.join('\n') : String(value);
}

function drawNumbers(values: readonly DrawnEvent[FieldId][]): ColumnData {
  const numbers = values.map((value) =>
    value === undefined ? NaN : typeof value === 'number' ? value : Date.parse(String(value)),
  );
  return { kind: 'number', values: Float64Array.from(numbers) };
}

function drawIds(texts: readonly string[]): ColumnData {
  const matcher = (text: string) => (row: number) => texts[row]!.toLowerCase() === text.toLowerCase();
  return {
    kind: 'id',
    text: (row) => texts[row]!,
    matcher,
    partMatcher: (part) => (row) => texts[row]!.toLowerCase().includes(part),
    isEmpty: (row) => texts[row] === '',
    isEqual: (row, other) => texts[row] === texts[other],
    // Texts of one length collide, as they may.
    hashOf: (row) => texts[row]!.length,
  };
}

function drawDictionary(texts: readonly string[]): ColumnData {
  const numbers = new Map([['', 0]]);
  for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  const entries = Uint32Array.from(texts, (text) => numbers.get(text)!);
  const distinct = [...numbers.keys()];
  return { kind: 'dictionary', entries, size: distinct.length, text: (entry) => distinct[entry]! };
}
