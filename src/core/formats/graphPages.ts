import type { FileHead } from './fileHead';
import { jsonFormat } from './jsonFormat';
import { inListOfPages, inPages, memberAt } from './places';

const page = inPages('value');
const list = inListOfPages('value');

/**
 * A saved answer of `GET /auditLogs/provisioning`, or several of them one after the other:
 * https://learn.microsoft.com/graph/api/provisioningobjectsummary-list
 */
export const graphPage = jsonFormat({
  id: 'graph-page',
  title: 'Microsoft Graph response',
  matches: (head) => head.root === 'object' && hasPages(head, page.path, ''),
  container: page.container,
});

/** Such answers in a list. */
export const graphPageList = jsonFormat({
  id: 'graph-page-list',
  title: 'Microsoft Graph responses (list)',
  matches: (head) => head.root === 'list' && hasPages(head, list.path, '[]'),
  container: list.container,
});

/** A page may be empty: then its context tells. */
function hasPages(head: FileHead, records: string, around: string): boolean {
  if (head.areEvents(records)) return true;
  const isEmpty = head.has(records) && head.keysAt(records).size === 0;
  return isEmpty && /auditlogs\/provisioning/i.test(head.textAt(memberAt(around, '@odata.context')));
}
