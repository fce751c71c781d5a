import type { CancellationToken } from 'vscode';
import { type ObjectIds, sizeOf, unite } from '../../core/analysis/story/objectIds';
import { formatTime } from '../../core/text/formatValue';
import { plainLabel } from '../../core/text/escape';
import type { StoryEvent } from '../../protocol/analysisApi';
import type { StoryLine, StoryState } from '../../protocol/storyApi';
import type { OpenLog } from '../openLog';
import { valueOf } from '../report';

/** So many events of each log are told, the newest. */
const MAX_EVENTS = 500;

/** Joining IDs over the logs in turns ends here; a chain of jobs is never as long. */
const MAX_ROUNDS = 5;

/** An object's story in all open logs. */
export interface ReadStory {
  readonly ids: ObjectIds;
  readonly state: StoryState;
  /** Where each line's event stands. */
  readonly events: readonly { readonly log: OpenLog; readonly row: number }[];
}

/** What an object is known by in all logs together. */
export async function joinOverLogs(logs: readonly OpenLog[], start: ObjectIds): Promise<ObjectIds> {
  let known = start;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const joined = unite([
      known,
      ...(await Promise.all(logs.map(async (log) => valueOf(await log.api.joinIds(known))))),
    ]);
    if (sizeOf(joined) === sizeOf(known)) break;
    known = joined;
  }
  return known;
}

/** Reads the events of an object in all logs, in the order in which they happened. */
export async function readStory(
  logs: readonly OpenLog[],
  start: ObjectIds,
  token: CancellationToken,
): Promise<ReadStory> {
  const ids = await joinOverLogs(logs, start);
  const told: { log: OpenLog; event: StoryEvent }[] = [];
  let total = 0;
  for (const log of logs) {
    const story = valueOf(await log.story(ids, MAX_EVENTS, { token }));
    total += story.total;
    told.push(...story.events.map((event) => ({ log, event })));
  }
  // Stable: events of one log stay in the order that the log's worker gave them.
  told.sort((a, b) => (a.event.time < b.event.time ? -1 : Number(a.event.time > b.event.time)));
  const isSeveral = new Set(told.map(({ log }) => log)).size > 1;
  const named = [...told].reverse().find(({ event }) => event.identity !== '');
  return {
    ids,
    events: told.map(({ log, event }) => ({ log, row: event.row })),
    state: {
      name: named?.event.identity ?? 'An object without a name',
      isReading: false,
      ids: [
        ...ids.reportables.map((value) => ({ kind: 'reportable', value }) as const),
        ...ids.ids.map((value) => ({ kind: 'id', value }) as const),
        ...ids.names.map((value) => ({ kind: 'name', value }) as const),
      ],
      total,
      events: told.map(({ log, event }) => lineOf(event, isSeveral ? log.name : undefined)),
      saved: { logs: [...new Set(told.map(({ log }) => log))].map((log) => log.files.map(String)), object: ids },
    },
  };
}

function lineOf(event: StoryEvent, log: string | undefined): StoryLine {
  const { time, status, job, sentence } = event;
  return { time, status, job, ...(log !== undefined && { log }), sentence: sentence ?? unreadSentence(event) };
}

/** What is said of an event whose record could not be read: its file may be gone. */
function unreadSentence({ identity, action, status, errorCode = '', time }: StoryEvent): string {
  const parts = [action, status, errorCode].filter((part) => part !== '').map((part) => plainLabel(part));
  const when = formatTime(Date.parse(time));
  return `${plainLabel(identity) || 'An object without a name'}: ${parts.join(', ')}${when === '' ? '' : ` on ${when}`}. The record could not be read from its file.`;
}
