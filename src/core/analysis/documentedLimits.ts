import { documentation } from '../codes/documentation';

/** A number that the documentation names, and where. */
export interface DocumentedLimit {
  readonly value: number;
  /** What it is, as part of a sentence. */
  readonly title: string;
  /** `https:` address. */
  readonly address: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Every number of the documentation that a finding names or compares a log with; each was looked up on its page in
 * November 2026. How often, how much and how near to such a number is worth telling is the product's own choice: those
 * numbers stand in the files of the findings.
 */
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
  // Counted from the first failure on, each of them.
  firstRetryMs: {
    value: 6 * HOUR_MS,
    title: 'the time from the first failure of an object to its first retry',
    address: documentation.quarantine,
  },
  secondRetryMs: {
    value: 12 * HOUR_MS,
    title: 'the time from the first failure of an object to its second retry',
    address: documentation.quarantine,
  },
  thirdRetryMs: {
    value: 24 * HOUR_MS,
    title: 'the time from the first failure of an object to its third retry',
    address: documentation.quarantine,
  },
  laterRetriesMs: {
    value: 24 * HOUR_MS,
    title: 'the time between two later retries',
    address: documentation.quarantine,
  },
  lastRetryMs: {
    value: 28 * DAY_MS,
    title: 'the time from the first failure of an object to its last retry',
    address: documentation.quarantine,
  },
  // The general page leaves the interval to the tutorials of the applications; this one names it for ServiceNow, behind
  // the last step of the configuration, and those of other applications say the same.
  cycleIntervalMs: {
    value: 40 * 60_000,
    title: 'the time between two incremental cycles',
    address: documentation.serviceNow,
  },
} as const satisfies Readonly<Record<string, DocumentedLimit>>;
