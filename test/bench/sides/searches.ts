import { readFile } from 'node:fs/promises';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { maskText } from '../../../src/core/analysis/maskText';
import { findObjects } from '../../../src/core/analysis/story/findObjects';
import type { Outcome, Side } from '../side';
import { builtIndex } from './builtIndex';
import { openFileSource } from '../../../src/platform/node/fileSource';
import { medianOf } from './medianOf';
import { wireRecords } from './wireRecords';

/** What is typed, one after the other: parts of names, of mail addresses and of IDs. */
const typed = ['mor', 'anna s', 'silva60', 'kim.', '63a6b', '9f3-4'];
const HITS = 50;

/** Free text, parts of masked reasons, parts of IDs. */
const texts = ['licence', 'conflict', 'smith13'];
const clusters = ['licence', 'unknown', 'answered'];
const ids = ['63a6b', '9f3-4', 'abc1'];

/** The first 50 people and groups for each of some texts: "Go to Event…". */
export const goTo: Side = {
  id: 'goTo',
  run: ({ file }) => timed(file, typed, ({ analysis: { store } }, text) => `${findObjects(store, text, HITS).length}`),
};

/** The same over objects, by maps. */
export const plainGoTo: Side = {
  id: 'plainGoTo',
  run: ({ file }) =>
    plainTimed(file, typed, (events, text) => {
      const words = text.toLowerCase().split(' ');
      const counts = new Map<string, { name: string; events: number; failures: number }>();
      for (const { sourceId, targetId, name, reportable, status } of events) {
        const places = [name, reportable, ...(/\d/.test(text) ? [sourceId, targetId] : [])];
        const isFound = places.some((place) => words.every((word) => place.toLowerCase().includes(word)));
        if (!isFound) continue;
        const known = counts.get(sourceId || targetId || name) ?? { name, events: 0, failures: 0 };
        counts.set(sourceId || targetId || name, known);
        known.events++;
        if (status === 'failure') known.failures++;
      }
      const first = [...counts.values()].sort((a, b) => b.failures - a.failures || b.events - a.events).slice(0, HITS);
      return `${first.length}`;
    }),
};

/** A text without a field, and one in the clusters of reasons, and a part of an event ID. */
export const search: Side = {
  id: 'search',
  run: ({ file }) => timed(file, queries(), ({ analysis }, query) => `${countOf(analysis, query)}`),
};

/** The same by comparing texts of objects; reasons are masked before it is timed. */
export const plainSearch: Side = {
  id: 'plainSearch',
  run: ({ file }) =>
    plainTimed(file, queries(), (events, query) => {
      const [field, text] = query.includes(':')
        ? (query.replaceAll('*', '').split(':') as [string, string])
        : ['', query];
      const found = events.filter(({ id, cluster, searched }) => {
        if (field === 'id') return id.toLowerCase().includes(text);
        return field === 'cluster' ? cluster.toLowerCase().includes(text) : isSearched(searched, text);
      });
      return `${found.length}`;
    }),
};

function queries(): readonly string[] {
  return [...texts, ...clusters.map((text) => `cluster:*${text}*`), ...ids.map((text) => `id:*${text}*`)];
}

/** Codes are compared whole, other texts by what they hold. */
function isSearched({ code, others }: PlainEvent['searched'], text: string): boolean {
  return code.toLowerCase() === text || others.some((each) => each.toLowerCase().includes(text));
}

function countOf(analysis: LogAnalysis, query: string): number {
  const result = analysis.run(query);
  if ('fault' in result) throw new Error(result.fault.message);
  return result.found.count;
}

async function timed(
  file: string,
  all: readonly string[],
  task: (log: { readonly analysis: LogAnalysis }, text: string) => string,
): Promise<Outcome> {
  const source = await openFileSource(file);
  const analysis = new LogAnalysis(await builtIndex(source));
  await source.close();
  return medianTime(all, (text) => task({ analysis }, text));
}

async function plainTimed(
  file: string,
  all: readonly string[],
  task: (events: readonly PlainEvent[], text: string) => string,
): Promise<Outcome> {
  const events = await plainEvents(file);
  return medianTime(all, (text) => task(events, text));
}

/** Everything is asked once before: what is worked out once for a log is there, as after the first letter. */
function medianTime(all: readonly string[], task: (text: string) => string): Outcome {
  const answers = all.map(task);
  const times = all.map((text) => {
    const start = performance.now();
    task(text);
    return performance.now() - start;
  });
  return { value: medianOf(times), answer: answers.join(' ') };
}

/** Of an event what is searched; `JSON.parse` would keep much more. */
interface PlainEvent {
  readonly id: string;
  readonly status: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly name: string;
  readonly reportable: string;
  readonly cluster: string;
  readonly searched: { readonly code: string; readonly others: readonly string[] };
}

async function plainEvents(file: string): Promise<readonly PlainEvent[]> {
  return wireRecords(await readFile(file)).map((record) => {
    const { errorInformation } = record.provisioningStatusInfo;
    const details = record.provisioningSteps.map((step) => step.details);
    const reportable = details.find((each) => each.ReportableIdentifier)?.ReportableIdentifier ?? '';
    const { targetIdentity } = record as unknown as { readonly targetIdentity: { readonly id: string } };
    const name = record.sourceIdentity.displayName || reportable;
    const reason = errorInformation?.reason ?? '';
    const attributes = record.modifiedProperties.map(({ displayName }) => displayName);
    return {
      id: record.id,
      status: record.provisioningStatusInfo.status,
      sourceId: record.sourceIdentity.id,
      targetId: targetIdentity.id,
      name,
      reportable,
      cluster: maskText(reason),
      searched: { code: errorInformation?.errorCode ?? '', others: [name, reportable, reason, ...attributes] },
    };
  });
}
