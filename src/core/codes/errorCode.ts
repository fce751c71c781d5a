/** Whose turn it is after a failure, in the order in which lists show it. */
export const turns = [
  { id: 'wait', title: 'Wait', sentence: 'Nobody has to act: the service goes on by itself.' },
  { id: 'sourceData', title: 'Source data', sentence: 'Whoever keeps the data in the source system corrects it.' },
  {
    id: 'configuration',
    title: 'Configuration in Entra',
    sentence: 'An Entra administrator changes the mapping, the scope or a setting.',
  },
  {
    id: 'targetOwner',
    title: "Target application's owner",
    sentence: 'Whoever runs the target application changes something there.',
  },
  { id: 'microsoftSupport', title: 'Microsoft support', sentence: 'Open a support case and hand over the IDs.' },
] as const satisfies readonly { id: string; title: string; sentence: string }[];
/** The id of one of {@link turns}. */
export type Turn = (typeof turns)[number]['id'];

/** What the service does after a failure by itself. */
export const retryKinds = [
  { id: 'none', title: 'Not retried' },
  { id: 'automatic', title: 'Retried automatically' },
  { id: 'afterFix', title: 'Succeeds only after a fix' },
  { id: 'admin', title: 'Waits for an administrator' },
] as const satisfies readonly { id: string; title: string }[];
/** The id of one of {@link retryKinds}. */
export type RetryKind = (typeof retryKinds)[number]['id'];

/** The kinds of provisioning that a code is documented for or was seen in. */
export const scenarios = [
  { id: 'app', title: 'App provisioning' },
  { id: 'crossTenant', title: 'Cross-tenant synchronization' },
  { id: 'hrInbound', title: 'HR and API-driven inbound provisioning' },
  { id: 'onPremisesAgent', title: 'On-premises provisioning agent' },
  { id: 'cloudSync', title: 'Cloud sync' },
] as const satisfies readonly { id: string; title: string }[];
/** The id of one of {@link scenarios}. */
export type Scenario = (typeof scenarios)[number]['id'];

/**
 * How a code of the log is recognised: `exact`, the whole code; `exactOrSuffix`, the whole code or what follows a
 * connector's name; `exactOrPrefix`, the same with further words behind it, for a code that documentation seems to cut
 * short; `contains`, anywhere in a longer text. Case never counts.
 */
export type CodeMatch = 'exact' | 'exactOrSuffix' | 'exactOrPrefix' | 'contains';

/** What the service does about a failure by itself. */
export interface Retry {
  readonly kind: RetryKind;
  /** One sentence, with the documented interval where there is one. */
  readonly text: string;
}

/**
 * One entry of the catalogue: a code, or codes that mean the same. Texts of ours are plain sentences without any
 * character that Markdown reads; texts of an entry whose origin is `user` are data and need the care of log text.
 */
export interface ErrorCode {
  /** As the service spells them, the usual one first. Spellings that differ in case only stand here once. */
  readonly codes: readonly [string, ...string[]];
  /** A few words. */
  readonly title: string;
  /** One or two sentences. */
  readonly cause: string;
  /** What to do, in this order; at least one. */
  readonly steps: readonly [string, ...string[]];
  readonly retry: Retry;
  readonly turn: Turn;
  readonly appliesTo: readonly [Scenario, ...Scenario[]];
  /** `https:` address. Absent only in entries of the user. */
  readonly documentation?: string;
  /** Whether documentation names the code, it was only seen in logs that people published, or the user wrote it. */
  readonly origin: 'documented' | 'observed' | 'user';
  readonly match: CodeMatch;
}
