import { redactEvent } from '../core/redact/redactEvent';
import type { RedactionPreview } from '../protocol/exportApi';
import { cancelled, ok, type Reply } from '../protocol/reply';
import { foundRows } from './exportEvents';
import type { Watch } from './logFiles';
import type { OpenedLog } from './openedLog';
import { Pace } from './pace';
import { readNames } from './redaction';

/** So many events are looked at for the preview; the names of all events are known all the same. */
const MAX_PREVIEWED = 20_000;
/** So many different replacements and words are counted. */
const MAX_COUNTED = 200_000;
/** So many of them are told. */
const MAX_TOLD = 2_000;

/** Redacts without writing, and counts what happens. Rejects with a sentence when reading fails. */
export async function previewRedaction(
  log: OpenedLog,
  query: string,
  secret: Uint8Array,
  watch: Watch,
): Promise<Reply<RedactionPreview>> {
  const found = foundRows(log, query);
  if (!found.ok) return found;
  const { set, count } = found.value;
  const events = Math.min(count, MAX_PREVIEWED);
  const pace = new Pace(watch, count + events);
  const replaced = new Map<string, { pseudonym: string; count: number }>();
  const left = new Map<string, number>();
  const redactor = await readNames(log, set, secret, pace, {
    onReplaced: (original, pseudonym) => {
      const known = replaced.get(original);
      if (known) known.count++;
      else if (replaced.size < MAX_COUNTED) replaced.set(original, { pseudonym, count: 1 });
    },
    onLeft: (word) => {
      if (left.size < MAX_COUNTED || left.has(word)) left.set(word, (left.get(word) ?? 0) + 1);
    },
  });
  if (redactor === undefined) return cancelled;
  let done = count;
  for await (const record of log.records(set.page(0, events))) {
    redactEvent(record.event(), redactor);
    if (!(await pace.goesOn(++done))) return cancelled;
  }
  return ok({
    events,
    allEvents: count,
    replaced: mostFrequent([...replaced].map(([original, use]) => ({ original, ...use }))),
    replacedTotal: replaced.size,
    left: mostFrequent([...left].map(([word, times]) => ({ word, count: times }))),
    leftTotal: left.size,
  });
}

function mostFrequent<T extends { readonly count: number }>(items: readonly T[]): readonly T[] {
  return [...items].sort((one, other) => other.count - one.count).slice(0, MAX_TOLD);
}
