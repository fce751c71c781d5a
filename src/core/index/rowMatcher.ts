import type { ColumnData } from './columnStore';

/**
 * Whether a row has a value, ignoring case. No row has `""`; columns of numbers and times are never asked and match
 * nothing. Prepare once, call for each row.
 */
export function rowMatcher(data: ColumnData, value: string): (row: number) => boolean {
  if (value === '' || data.kind === 'number') return () => false;
  if (data.kind === 'id') return data.matcher(value);
  const wanted = value.toLowerCase();
  const isWanted = Uint8Array.from({ length: data.size }, (_, entry) =>
    Number(entry !== 0 && data.text(entry).toLowerCase() === wanted),
  );
  return (row) => isWanted[data.entries[row]!] === 1;
}
