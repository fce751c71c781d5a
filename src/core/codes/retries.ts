import type { Retry } from './errorCode';

/** What the error code table says of the codes that need no action. */
export const retriedIn40Minutes: Retry = {
  kind: 'automatic',
  text: 'The service tries again by itself, as documented after 40 minutes.',
};

/** Retried, with no interval documented. */
export const retriedAutomatically: Retry = { kind: 'automatic', text: 'The service tries again by itself.' };

/** The documented schedule of failed objects: https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-quarantine-status */
export const afterFix: Retry = {
  kind: 'afterFix',
  text: 'It is tried again 6, 12 and 24 hours after the first failure and then daily for 28 days, but succeeds only once the cause is gone.',
};

/** For objects that were looked at and left alone. */
export const whenObjectChanges: Retry = {
  kind: 'none',
  text: 'Not a failed attempt, so nothing is retried; the object is looked at again when it, its assignment or the configuration changes.',
};

/** The whole job slows down instead of one object being retried. */
export const jobSlowsDown: Retry = {
  kind: 'afterFix',
  text: 'The job goes on, but slows down to one cycle a day, and is disabled after four weeks in quarantine.',
};
