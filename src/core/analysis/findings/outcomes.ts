import { formatObjects } from '../../text/formatObjects';
import { statusTitle } from '../../text/titles';
import { type FindingKind, type FindingResult, nothing, notKnown } from './finding';
import type { FindingContext } from './findingContext';

/** Why nothing can be said about outcomes; undefined when something can. */
export function outcomesNotKnown({ bias, rowCount, objects }: FindingContext): string | undefined {
  if (rowCount === 0) return 'The log holds no events.';
  if (objects.size === 1) return 'No event says which person or group it is about.';
  if (bias.onlyStatus) {
    return `Every event has the status ${statusTitle(bias.onlyStatus)}: what else happened to these people and groups is not in the log.`;
  }
  return undefined;
}

/** What the three kinds have in common: they are read from the field `outcome`. */
function byOutcome(
  kind: Omit<FindingKind, 'find'>,
  query: string,
  describe: (objects: string) => { sentence: string; why: string; unseen: string },
): FindingKind {
  return {
    ...kind,
    find(context): FindingResult {
      const reason = outcomesNotKnown(context);
      if (reason !== undefined) return notKnown(reason);
      const { objects } = context.count(query);
      if (objects === 0) return nothing;
      const words = describe(formatObjects(objects));
      const certainty = kind.id === 'neverSucceeded' ? 'likely' : 'certain';
      return { findings: [context.finding({ id: kind.id, title: kind.title, certainty, query, ...words })] };
    },
  };
}

/** Whose last success or failure in a job is a failure. */
export const stillFailing = byOutcome(
  { id: 'stillFailing', title: 'Still failing', rank: 80 },
  'outcome:stillFailing status:failure',
  (objects) => ({
    sentence: `${objects} failed and did not succeed afterwards, in at least one job.`,
    why: 'It is the last success or failure of each of them in each job.',
    unseen: 'What happened after the last event of the log. Skipped events do not count as an end of the failures.',
  }),
);

/** Who failed, and never succeeded in the log. */
export const neverSucceeded = byOutcome(
  { id: 'neverSucceeded', title: 'Never succeeded', rank: 75 },
  'outcome:neverSucceeded status:failure',
  (objects) => ({
    sentence: `${objects} failed and have no success in this log, in at least one job.`,
    why: 'There is no successful event of theirs, but the log may begin after it.',
    unseen: 'What happened before the first and after the last event of the log.',
  }),
);

/** Who failed, and succeeded afterwards. */
export const healedLater = byOutcome(
  { id: 'healedLater', title: 'Healed later', rank: 10 },
  'outcome:healed status:failure',
  (objects) => ({
    sentence: `${objects} failed and succeeded afterwards: nothing is to be done about these failures.`,
    why: 'Their last success or failure in the job is a success.',
    unseen: 'Whether the success wrote everything that the failed attempt was to write.',
  }),
);
