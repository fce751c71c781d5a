import { documentation } from '../codes/documentation';

/** A number that the documentation names, and where. */
export interface DocumentedLimit {
  readonly value: number;
  /** What it is, as part of a sentence. */
  readonly title: string;
  /** `https:` address. */
  readonly address: string;
}

/** Every number of the documentation that a finding compares a log with. */
export const documentedLimits = {
  quarantineShare: {
    value: 0.4,
    title: 'the share of failures from which on a job is quarantined',
    address: documentation.quarantine,
  },
  quarantineShareFrom: {
    value: 5_000,
    title: 'the failures from which on their share counts',
    address: documentation.quarantine,
  },
  quarantineFailures: {
    value: 40_000,
    title: 'the failures from which on a job is quarantined',
    address: documentation.quarantine,
  },
  quarantineWithReferences: {
    value: 60_000,
    title: 'the failures, unresolved references included, from which on a job is quarantined',
    address: documentation.quarantine,
  },
  // The general page leaves the interval to the tutorials of the applications; this is one of those that name it.
  cycleIntervalMs: {
    value: 40 * 60_000,
    title: 'the time between two incremental cycles',
    address: documentation.serviceNow,
  },
} as const satisfies Readonly<Record<string, DocumentedLimit>>;
