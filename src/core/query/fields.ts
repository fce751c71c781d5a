import { columns } from '../columns/columns';
import { derivedColumns } from '../columns/derivedColumns';
import { suggestionFor } from './nearestName';
import type { QueryColumn } from './queryNode';

/** Every field of the query language. */
export const allFields: readonly QueryColumn[] = [...columns, ...derivedColumns];

/** Columns by id and alias in lower case. */
const byName = new Map<string, QueryColumn>();
for (const column of allFields) {
  for (const name of [column.id, ...(column.aliases ?? [])]) byName.set(name.toLowerCase(), column);
}

/** The columns that free text searches. */
export const searchedColumns: readonly QueryColumn[] = allFields.filter((column) => column.isSearched);

/** The column of a name or alias, ignoring case. */
export function fieldNamed(name: string): QueryColumn | undefined {
  return byName.get(name.toLowerCase());
}

/** What to do about a name that no column has: a sentence with the nearest name, or with all of them. */
export function fieldSuggestion(name: string): string {
  const ids = allFields.map((column) => column.id);
  const aliases = allFields.flatMap((column) => column.aliases ?? []);
  return suggestionFor(name, ids, aliases);
}
