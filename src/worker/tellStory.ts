import { laterRow } from '../core/analysis/derive/laterRow';
import { type ObjectIds, rowsAbout } from '../core/analysis/story/objectIds';
import { textColumn } from '../core/index/textColumn';
import { eventSentence } from '../core/text/sentence';
import type { Story, StoryEvent } from '../protocol/analysisApi';
import { cancelled, ok, type Reply } from '../protocol/reply';
import type { Watch } from './logFiles';
import type { OpenedLog } from './openedLog';

/** A story has at most so many events: each of their records is read. */
export const MAX_STORY = 1_000;

/** The newest events of an object, in the order in which they happened. */
export async function tellStory(log: OpenedLog, ids: ObjectIds, limit: number, watch: Watch): Promise<Reply<Story>> {
  const { store } = log.analysis;
  const isLater = laterRow(store);
  const jobOf = textColumn(store, 'job');
  const rows = rowsAbout(store, ids).sort((a, b) => (a === b ? 0 : isLater(a, b) ? 1 : -1));
  const newest = limit > 0 ? rows.slice(-limit) : [];
  const events: StoryEvent[] = [];
  for (const row of newest) {
    if (watch.signal.aborted) return cancelled;
    const sentence = await log.event(row).then(eventSentence, () => undefined);
    events.push({ ...log.rowSummary(row), job: jobOf(row), ...(sentence !== undefined && { sentence }) });
    watch.onProgress(events.length, newest.length);
  }
  return ok({ total: rows.length, events });
}
