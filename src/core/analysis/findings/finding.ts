import type { FindingContext } from './findingContext';

/** How sure a finding is: it follows from the log, it is the likeliest reading, or it is one reading among others. */
export type Certainty = 'certain' | 'likely' | 'possible';

/** What a person reads of a certainty. */
export const certaintyTitles: Readonly<Record<Certainty, string>> = {
  certain: 'Certain',
  likely: 'Likely',
  possible: 'Possible',
};

/** Something about a log that a person should know, with its evidence. Texts hold log text. */
export interface Finding {
  /** The id of its kind. */
  readonly id: string;
  /** A few words. */
  readonly title: string;
  /** What was found, with its numbers, in a sentence or two. */
  readonly sentence: string;
  readonly certainty: Certainty;
  /** Why it is as sure as that: a sentence. */
  readonly why: string;
  /** What the finding could not see: a sentence. */
  readonly unseen: string;
  /** The query that finds the evidence. */
  readonly query: string;
  /** How many events the query finds. */
  readonly events: number;
  /** How many people and groups they are about. */
  readonly objects: number;
  /** Where the documentation says so. */
  readonly documentation?: string;
}

/** What a kind of finding says about a log: what it found, or why it cannot say. */
export interface FindingResult {
  readonly findings: readonly Finding[];
  /** A sentence; absent where the log holds enough to say. */
  readonly notKnown?: string;
}

/** One thing that is looked for in every log. */
export interface FindingKind {
  /** Letters only. */
  readonly id: string;
  /** What is looked for, in a few words. */
  readonly title: string;
  /** The higher the further up; kinds with the same rank are ordered by the number of events. */
  readonly rank: number;
  find(context: FindingContext): FindingResult | Promise<FindingResult>;
}

/** A result without findings. */
export const nothing: FindingResult = { findings: [] };

/** A result of a log that does not hold enough. */
export function notKnown(sentence: string): FindingResult {
  return { findings: [], notKnown: sentence };
}
