import type { ColumnId } from '../columns/columns';
import { byJob } from '../groupings/groupings';
import type { ColumnStore } from '../index/columnStore';
import { enumColumn } from '../index/enumColumn';
import { numberValues } from '../index/numberValues';
import { actions, type JobSummary, type LogSummary, statuses } from '../model';

/** Counts over a whole log: jobs in the order in which they first appear, codes as spelled. */
export function summarise(store: ColumnStore): LogSummary {
  return {
    events: store.rowCount,
    jobs: countJobs(store),
    byStatus: countWords(store, 'status', statuses),
    byAction: countWords(store, 'action', actions),
    byErrorCode: countCodes(store),
  };
}

function countJobs(store: ColumnStore): JobSummary[] {
  const { groupOf, keys, names } = byJob.groupsOf(store);
  const jobIds = numberValues(store.column('jobId'), store.rowCount);
  const status = enumColumn(store, 'status', statuses);
  const counts = new Uint32Array(keys.length * statuses.length);
  const hasJobId = new Uint8Array(keys.length);
  for (let row = 0; row < store.rowCount; row++) {
    counts[groupOf[row]! * statuses.length + status.wordOf[status.entries[row]!]!]!++;
    if (jobIds.entries[row] !== 0) hasJobId[groupOf[row]!] = 1;
  }
  return names.map((name, group) => {
    const own = counts.subarray(group * statuses.length, (group + 1) * statuses.length);
    const events = own.reduce((sum, count) => sum + count, 0);
    return { jobId: hasJobId[group] === 1 ? keys[group]! : '', name, events, byStatus: named(statuses, own) };
  });
}

function countWords<Word extends string>(
  store: ColumnStore,
  id: ColumnId,
  words: readonly Word[],
): Record<Word, number> {
  const { entries, wordOf } = enumColumn(store, id, words);
  const counts = new Uint32Array(words.length);
  for (let row = 0; row < store.rowCount; row++) counts[wordOf[entries[row]!]!]!++;
  return named(words, counts);
}

function countCodes(store: ColumnStore): Record<string, number> {
  const { entries, size, text } = numberValues(store.column('code'), store.rowCount);
  const counts = new Uint32Array(size);
  for (let row = 0; row < store.rowCount; row++) counts[entries[row]!]!++;
  const codes = Array.from(counts, (count, entry): [string, number] => [text(entry), count]);
  return Object.fromEntries(codes.filter(([code, count]) => code !== '' && count > 0));
}

function named<Word extends string>(words: readonly Word[], counts: Uint32Array): Record<Word, number> {
  const pairs = words.map((word, index): [Word, number] => [word, counts[index]!]);
  return Object.fromEntries(pairs) as Record<Word, number>;
}
