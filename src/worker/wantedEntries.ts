import type { EntryRules } from '../core/archive/unpackZip';
import type { ColumnMapping, TableHeader } from '../core/formats/csv/tableHeader';
import { readTripleName } from '../core/formats/csv/tripleNames';
import { detectFormat } from '../core/formats/detectFormat';
import { HEAD_BYTES } from '../core/formats/fileHead';

/** Asks what the columns of a table hold that an entry of an archive begins with. */
export type AskColumns = (entry: string, table: TableHeader) => Promise<ColumnMapping | undefined>;

/**
 * Of an archive only logs are wanted. A table that is none by its columns is asked about where it may well be one; once a
 * question is left, there are no more of them. `onLeft` is told each entry that nobody said anything about.
 */
export function wantedEntries(askColumns: AskColumns, onLeft: (entry: string) => void): EntryRules {
  let isLeft = false;
  return {
    headBytes: HEAD_BYTES,
    refusal: async (head, isWhole, entry, names) => {
      const detection = detectFormat(head, isWhole);
      if (!('refusal' in detection)) return undefined;
      const { table } = detection;
      if (table === undefined || !mayBeLog(table, entry, names)) return detection.refusal;
      const mapping = isLeft ? undefined : await askColumns(entry, table);
      if (mapping === undefined) {
        isLeft = true;
        onLeft(entry);
        return detection.refusal;
      }
      const mapped = detectFormat(head, isWhole, { [table.key]: mapping });
      return 'refusal' in mapped ? mapped.refusal : undefined;
    },
  };
}

/** Archives may hold tables of other things beside a log: nobody wants to be asked about them. */
function mayBeLog({ part, hasRows }: TableHeader, entry: string, names: readonly string[]): boolean {
  if (hasRows === false) return false;
  return (
    part !== undefined || readTripleName(entry) !== undefined || names.every((name) => /\.(?:csv|tsv|txt)$/i.test(name))
  );
}
