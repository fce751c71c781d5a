import { env } from 'vscode';
import type { TableRow } from '../../core/analysis/tableRows';
import { tabSeparated } from '../../core/export/tabSeparated';
import { allFields } from '../../core/query/fields';
import type { CopiedRows } from '../../protocol/logPageApi';
import type { OpenLog } from '../openLog';
import { valueOf } from '../report';

/** More rows are a task for an export. */
const MAX_COPIED = 10_000;

/** Copies rows of the sorted table with a line of titles above them; resolves to how many were copied. */
export async function copyRows(log: OpenLog, query: string, copied: CopiedRows): Promise<number> {
  const { columns, sort, stretches } = copied;
  const rows: TableRow[] = [];
  for (const { first, last } of stretches) {
    const page = { offset: first, limit: Math.min(last - first + 1, MAX_COPIED - rows.length) };
    if (page.limit <= 0) break;
    rows.push(...valueOf(await log.api.table(query, { columns, sort, page })).rows);
  }
  const titles = columns.map((column) => allFields.find(({ id }) => id === column)?.title ?? column);
  await env.clipboard.writeText(tabSeparated([titles, ...rows.map(({ cells }) => cells)]));
  return rows.length;
}
