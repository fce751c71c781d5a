import { parseQuery } from '../../core/query/parseQuery';

/**
 * What was meant before a word turned out to be a field's name. While `status:failure acton` is typed it looks for the
 * word; the colon after it makes it the name of a field, and what was understood before is `status:failure`. Undefined
 * when `typed` is no such continuation of `query`.
 */
export function beforeFieldName(query: string, typed: string): string | undefined {
  if (!typed.trimStart().startsWith(`${query}:`)) return undefined;
  const word = /(?:^|\s)[-+]?\w+$/.exec(query);
  if (word === null) return undefined;
  const before = query.slice(0, word.index).replace(/\s+(?:AND|OR|NOT)$/, '');
  return parseQuery(before).errors.length === 0 ? before : undefined;
}
