import type { FieldId } from '../columns/derivedColumns';
import type { ColumnData } from '../index/columnStore';
import { numberValues } from '../index/numberValues';
import { firstText } from '../record/labels';
import type { Groups } from './grouping';

/** What tells groups apart, and what they are called. */
export interface GroupKey<Id extends FieldId> {
  /** Rows with the same value, ignoring case, are one group. Where a column has no value the next one decides. */
  readonly columns: readonly Id[];
  /** The column that names a group, by the first value it has there; without one, what tells the group apart does. */
  readonly nameColumn: Id;
  /** What the group of rows is called that have no value in any of `columns`. */
  readonly none: string;
}

/** Sorts a log's rows into groups. */
export function groupRows<Id extends FieldId>(
  store: { readonly rowCount: number; readonly column: (id: Id) => ColumnData },
  { columns, nameColumn, none }: GroupKey<Id>,
): Groups {
  const { rowCount } = store;
  const keys = columns.map((id) => numberValues(store.column(id), rowCount));
  const nameValues = numberValues(store.column(nameColumn), rowCount);
  const groupOfKey = new Map<string, number>();
  /** For each column the group of each of its values, plus 1; 0 where it is not known yet. */
  const known = keys.map((key) => new Uint32Array(key.size));
  const groupOf = new Uint32Array(rowCount);
  const keyTexts: string[] = [];
  const names: string[] = [];

  for (let row = 0; row < rowCount; row++) {
    let deciding = 0;
    while (deciding < keys.length - 1 && keys[deciding]!.entries[row] === 0) deciding++;
    const entry = keys[deciding]!.entries[row]!;
    let group = known[deciding]![entry]! - 1;
    if (group < 0) {
      const text = keys[deciding]!.text(entry);
      const folded = `${deciding} ${text.toLowerCase()}`;
      group = groupOfKey.get(folded) ?? groupOfKey.size;
      groupOfKey.set(folded, group);
      known[deciding]![entry] = group + 1;
      if (group === keyTexts.length) {
        keyTexts.push(text);
        names.push('');
      }
    }
    groupOf[row] = group;
    if (names[group] === '') names[group] = nameValues.text(nameValues.entries[row]!);
  }
  return { groupOf, keys: keyTexts, names: names.map((name, group) => firstText(name, keyTexts[group]!, none)) };
}
