import { parseQuery } from '../../core/query/parseQuery';
import type { OpenLog } from '../openLog';
import { UserError } from '../report';

/**
 * The events a command is about, as a query: one that a caller hands over, else the log's filter. Throws in words for the
 * user when the log is still being read, or the query is broken.
 */
export function queryMeant(log: OpenLog, query: unknown): string {
  if (log.info.isPartial === true) throw new UserError('The log is still being read. Try again when it is complete.');
  if (typeof query !== 'string') return log.filter;
  const [fault] = parseQuery(query).errors;
  if (fault !== undefined) throw new UserError(fault.message, fault);
  return query.trim();
}
