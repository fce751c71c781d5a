import type { ColumnId } from '../columns/columns';
import type { FieldId } from '../columns/derivedColumns';
import { type CodeIndex, shippedCodes } from '../codes/lookUpCode';
import type { ColumnData, ColumnStore, DictionaryData, FieldStore } from '../index/columnStore';
import { derivations } from './derive/derivations';

/** A log's columns together with the derived ones, each of which is worked out when it is first asked for, and kept. */
export class DerivedStore implements FieldStore {
  private readonly derived = new Map<FieldId, DictionaryData>();

  constructor(
    private readonly store: ColumnStore,
    private readonly codes: CodeIndex = shippedCodes,
  ) {}

  get rowCount(): number {
    return this.store.rowCount;
  }

  column(id: FieldId): ColumnData {
    if (!(id in derivations)) return this.store.column(id as ColumnId);
    const known = this.derived.get(id);
    if (known) return known;
    const data = derivations[id as keyof typeof derivations](this, this.codes);
    this.derived.set(id, data);
    return data;
  }
}
