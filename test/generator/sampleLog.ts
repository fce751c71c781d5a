import { seededRandom } from '../support/seededRandom';
import { type ExpectedCounts, tally } from './expectedCounts';
import { sampleJobs } from './jobs';
import { instants } from './moment';
import { recordOf } from './record';
import { CYCLES, firstHappening, type Happening, sampleStories } from './sampleStories';

/** The sample log and what a reader must count in it. */
export interface SampleLog {
  /** A minified JSON array on one line, newest event first. */
  readonly text: string;
  readonly counts: ExpectedCounts;
}

const SEED = 20260324;
const CYCLE_MS = 40 * 60_000;
/** Start of the last cycle: 24 March 2026, 12:00 UTC. */
const LAST_CYCLE_MS = Date.UTC(2026, 2, 24, 12);
/** The jobs' cycles do not begin at the same minute. */
const JOB_SHIFT_MS = 7 * 60_000;

/** The same text, to the byte, at every call. */
export function sampleLog(): SampleLog {
  const random = seededRandom(SEED);
  const ids = new Map<string, string>();
  const idOf = (name: string) => {
    const id = ids.get(name) ?? random.guid();
    ids.set(name, id);
    return id;
  };

  const timed = sampleStories(random).map((happening) => {
    const shift = sampleJobs.indexOf(happening.job) * JOB_SHIFT_MS;
    const cycleStart = LAST_CYCLE_MS - (CYCLES - 1 - happening.cycle) * CYCLE_MS + shift;
    // A cycle that changes little ends within minutes.
    return { happening, timeMs: cycleStart + random.below(240) * 1_000 };
  });
  timed.push({ happening: firstHappening(random), timeMs: LAST_CYCLE_MS + CYCLE_MS });
  timed.sort((a, b) => b.timeMs - a.timeMs);

  const counts = tally();
  const records = timed.map(({ happening, timeMs }) => {
    const { job, subject, story, cycle } = happening;
    counts.add(job, story);
    const moment = {
      ...instants(timeMs),
      id: random.guid(),
      cycleId: idOf(`${job.key} ${cycle}`),
      changeId: happening.change === undefined ? random.guid() : idOf(changeOf(happening, happening.change)),
      durationMs: story.skip === undefined ? 900 + random.below(8_000) : 60 + random.below(400),
    };
    return JSON.stringify(recordOf({ job, subject, story, moment }));
  });
  return { text: `[${records.join(',')}]`, counts: counts.counts() };
}

function changeOf(happening: Happening, change: string): string {
  return `${happening.job.key} ${happening.cycle} ${change}`;
}
