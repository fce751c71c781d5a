import type { QueryColumn } from '../query/queryNode';
import type { FieldStore } from '../index/columnStore';
import { numberValues } from '../index/numberValues';
import { foldCase } from '../query/textMatcher';

/** A column's values as a facet lists them: each casing and each entry of a list counts for one value. */
export class FacetValues {
  /** As first spelled. */
  readonly texts: readonly string[];
  private readonly folded: readonly string[];
  private readonly entries: ArrayLike<number>;
  private readonly size: number;
  /** The values of entry e stand in `valueOf` from `starts[e]` up to, without, `starts[e + 1]`. */
  private readonly starts: Uint32Array;
  private readonly valueOf: Uint32Array;

  constructor(store: FieldStore, column: QueryColumn) {
    const { entries, size, text } = numberValues(store.column(column.id), store.rowCount);
    this.entries = entries;
    this.size = size;
    this.starts = new Uint32Array(size + 1);
    const numbers = new Map<string, number>();
    const texts: string[] = [];
    const valueOf: number[] = [];
    for (let entry = 0; entry < size; entry++) {
      const whole = text(entry);
      const values = column.type === 'list' ? whole.split('\n') : [whole];
      const own = new Set<number>();
      for (const value of values) {
        const folded = foldCase(value);
        let number = numbers.get(folded);
        if (number === undefined) {
          number = texts.push(value) - 1;
          numbers.set(folded, number);
        }
        own.add(number);
      }
      valueOf.push(...own);
      this.starts[entry + 1] = valueOf.length;
    }
    this.texts = texts;
    this.folded = [...numbers.keys()];
    this.valueOf = Uint32Array.from(valueOf);
  }

  /** In how many of the rows each value of {@link texts} occurs; of all rows without a list. */
  count(rows: Uint32Array | undefined, rowCount: number): Uint32Array {
    const ofEntry = new Uint32Array(this.size);
    const { entries, starts, valueOf } = this;
    if (rows) for (const row of rows) ofEntry[entries[row]!]!++;
    else for (let row = 0; row < rowCount; row++) ofEntry[entries[row]!]!++;
    const counts = new Uint32Array(this.texts.length);
    for (let entry = 0; entry < this.size; entry++) {
      const count = ofEntry[entry]!;
      if (count === 0) continue;
      for (let at = starts[entry]!; at < starts[entry + 1]!; at++) counts[valueOf[at]!]! += count;
    }
    return counts;
  }

  /** Whether a value holds a text in the spelling of `foldCase`. */
  holds(value: number, folded: string): boolean {
    return this.folded[value]!.includes(folded);
  }
}
