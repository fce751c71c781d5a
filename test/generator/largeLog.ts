import { seededRandom, type SeededRandom } from '../support/seededRandom';
import { type ExpectedCounts, tally } from './expectedCounts';
import { failuresOf } from './failures';
import type { Job } from './job';
import { allJobs } from './jobs';
import { instants } from './moment';
import { person } from './people';
import { skipReasons, type Story } from './story';
import type { Subject } from './subject';
import { subjectSlots, type Template, template } from './template';

/** How large a log to make. Stops at whichever limit comes first; with none, after 1,000 events. */
export interface LargeLogOptions {
  readonly seed?: number;
  readonly events?: number;
  /** The log ends with the event that reaches this size. */
  readonly bytes?: number;
  /** Distinct people; 30,000 unless told. */
  readonly people?: number;
  /** A bare array, as the portal writes it, or one page of a Graph response. */
  readonly wrapper?: 'array' | 'graph';
}

interface Kind {
  readonly job: Job;
  readonly story: Story;
  readonly template: Template;
}

const CHUNK_BYTES = 4 << 20;
/** No event of a large log comes near this. */
const LARGEST_EVENT_BYTES = 64 << 10;
const CYCLE_MS = 40 * 60_000;
const LAST_CYCLE_MS = Date.UTC(2026, 2, 24, 12);

/**
 * A log of any size in chunks of about 4 MB, newest event first, about 3 kB an event (330,000 events are about 1 GB).
 * Each chunk has its own memory. The same options give the same bytes. Returns what a reader must count.
 */
export function* largeLog(options: LargeLogOptions): Generator<Uint8Array, ExpectedCounts> {
  const { seed = 1, people = 30_000, bytes = Infinity, wrapper = 'array' } = options;
  const wantedEvents = options.events ?? (options.bytes === undefined ? 1_000 : Infinity);
  const random = seededRandom(seed);
  const subjects: (readonly string[] | undefined)[] = [];
  const kinds = allJobs.map(kindsOf);
  const counts = tally();
  const encoder = new TextEncoder();
  const [head, tail] =
    wrapper === 'array'
      ? ['[', ']']
      : ['{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#auditLogs/provisioning","value":[', ']}'];

  let chunk = new Uint8Array(CHUNK_BYTES + LARGEST_EVENT_BYTES);
  let used = encoder.encodeInto(head, chunk).written;
  let finished = 0;
  let events = 0;
  const isEnough = () => events >= wantedEvents || finished + used + tail.length >= bytes;

  for (let cycle = 0; !isEnough(); cycle++) {
    const job = cycle % allJobs.length;
    const start = LAST_CYCLE_MS - Math.floor(cycle / allJobs.length) * CYCLE_MS + job * 120_000;
    const cycleId = random.guid();
    for (let left = 10 + random.below(56); left > 0 && !isEnough(); left--) {
      const { job: own, story, template } = random.pick(kinds[job]!);
      const number = random.below(people);
      // Each person has a seed of their own, so that the order in which people turn up changes nobody.
      const subject = (subjects[number] ??= subjectSlots(employee(seededRandom(seed * 1_000_003 + number), number)));
      const text = template.fill(momentValues(random, cycleId, start + left * 2_000), subject);
      used += encoder.encodeInto(events === 0 ? text : `,${text}`, chunk.subarray(used)).written;
      counts.add(own, story);
      events++;
      if (used < CHUNK_BYTES) continue;
      yield chunk.subarray(0, used);
      finished += used;
      chunk = new Uint8Array(CHUNK_BYTES + LARGEST_EVENT_BYTES);
      used = 0;
    }
  }
  used += encoder.encodeInto(tail, chunk.subarray(used)).written;
  yield chunk.subarray(0, used);
  return counts.counts();
}

/** All chunks of a log as one piece of memory: for logs of some megabytes. */
export function largeLogInMemory(options: LargeLogOptions): { bytes: Uint8Array; counts: ExpectedCounts } {
  const chunks: Uint8Array[] = [];
  const log = largeLog(options);
  let step = log.next();
  for (; step.done !== true; step = log.next()) chunks.push(step.value);
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return { bytes, counts: step.value };
}

/** One of very many people, with initials so that few of them share a name. */
function employee(random: SeededRandom, number: number): Subject {
  const { givenName, familyName, ...rest } = person(random, number);
  const initials = String.fromCharCode(0x41 + random.below(26), 0x2e, 0x41 + random.below(26), 0x2e);
  return { ...rest, givenName, familyName, displayName: `${givenName} ${initials} ${familyName}` };
}

/** In the order of `momentSlots`. */
function momentValues(random: SeededRandom, cycleId: string, timeMs: number): readonly (string | number)[] {
  const { time, nextAttempt, nextAttemptUs } = instants(timeMs);
  return [random.guid(), random.guid(), cycleId, time, nextAttempt, nextAttemptUs, 60 + random.below(9_000)];
}

/** What happens in a job, each kind as often in the list as it is likely: 100 entries or a few more. */
function kindsOf(job: Job): readonly Kind[] {
  const user = { kind: 'User' } as const;
  const done = { ...user, status: 'success' } as const;
  const likely: readonly (readonly [number, Story])[] = [
    [14, { ...done, action: 'create' }],
    [46, { ...done, action: 'update' }],
    [4, { ...done, action: 'disable' }],
    [2, { ...done, action: 'delete' }],
    [1, { ...user, status: 'skipped', action: 'stagedDelete' }],
    [1, { ...user, status: 'warning', action: 'update' }],
    ...skipReasons.map((skip) => [7, { ...user, status: 'skipped', action: 'other', skip }] as const),
    ...failuresOf(job.key).flatMap((failure) => {
      const story = { ...user, status: 'failure', failure } as const;
      return [
        [1, { ...story, action: 'create' }],
        [1, { ...story, action: 'update', ...(failure.isRetried ? { retries: 3 } : {}) }],
      ] as const;
    }),
  ];
  return likely.flatMap(([times, story]) => {
    const kind: Kind = { job, story, template: template(job, story) };
    return Array.from({ length: times }, () => kind);
  });
}
