import type { RowSet } from '../core/query/rowSet';
import { IdentityWords } from '../core/redact/identityWords';
import { Pseudonyms } from '../core/redact/pseudonyms';
import { collectWords } from '../core/redact/redactEvent';
import { type RedactionWatcher, Redactor } from '../core/redact/redactor';
import { MAX_WORDS } from '../core/redact/wordSet';
import { formatCount } from '../core/text/formatValue';
import type { OpenedLog } from './openedLog';
import type { Pace } from './pace';

/**
 * The first pass: reads all events, so that a name in any of them is found in the texts of all others. Undefined when the
 * run was ended. Rejects with a sentence when there are more names than can be kept apart.
 */
export async function readNames(
  log: OpenedLog,
  rows: RowSet,
  secret: Uint8Array,
  pace: Pace,
  watcher?: RedactionWatcher,
): Promise<Redactor | undefined> {
  const words = new IdentityWords();
  let done = 0;
  for await (const record of log.records(rows.page(0, rows.count))) {
    collectWords(record.event(), words);
    if (!(await pace.goesOn(++done))) return undefined;
  }
  if (words.set.isFull) {
    throw new Error(
      `These events hold more than ${formatCount(MAX_WORDS)} different words that may be names. Filter the events, and redact them in parts.`,
    );
  }
  return new Redactor(new Pseudonyms(secret), words.set, watcher);
}
