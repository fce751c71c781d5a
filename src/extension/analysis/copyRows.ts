import { env } from 'vscode';
import { tabSeparated } from '../../core/export/tabSeparated';
import { allFields } from '../../core/query/fields';
import type { CopiedRows } from '../../protocol/logPageApi';
import type { OpenLog } from '../openLog';
import { valueOf } from '../report';

/** More rows are a task for an export. */
const MAX_COPIED = 10_000;

/** Copies rows of the sorted table with a line of titles above them; resolves to how many were copied. */
export async function copyRows(log: OpenLog, query: string, copied: CopiedRows): Promise<number> {
  const { columns, sort, offset, count } = copied;
  const page = { offset, limit: Math.min(count, MAX_COPIED) };
  const { rows } = valueOf(await log.api.table(query, { columns, sort, page }));
  const titles = columns.map((column) => allFields.find(({ id }) => id === column)?.title ?? column);
  await env.clipboard.writeText(tabSeparated([titles, ...rows.map(({ cells }) => cells)]));
  return rows.length;
}
