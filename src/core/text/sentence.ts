import { lookUpSkipReason } from '../codes/lookUpSkipReason';
import { closedWords, explainSkip } from '../explain/skipVerdict';
import { whatChanged } from '../explain/whatChanged';
import type { Action, ProvisioningEvent, Status } from '../model';
import { skipReason } from '../record/readSteps';
import { plainLabel } from './escape';
import { formatTime } from './formatValue';

/** How an action reads in a sentence: `created`, and `in` front of the system. */
const verbs: Readonly<Record<Action, { readonly done: string; readonly preposition: string }>> = {
  create: { done: 'created', preposition: 'in' },
  update: { done: 'updated', preposition: 'in' },
  delete: { done: 'deleted', preposition: 'from' },
  disable: { done: 'disabled', preposition: 'in' },
  stageddelete: { done: 'marked for deletion', preposition: 'in' },
  other: { done: 'processed', preposition: 'for' },
  unknown: { done: 'processed', preposition: 'for' },
};

/** What is said of an outcome: in front of the place and time, and behind them. */
type Outcome = (done: string, why: string) => { readonly before: string; readonly behind: string };

const outcomes: Readonly<Record<Status, Outcome>> = {
  success: (done) => ({ before: `was ${done}`, behind: '' }),
  failure: (done, why) => ({ before: `was not ${done}`, behind: `: ${why || 'the log gives no reason'}` }),
  skipped: (done, why) => ({
    before: `was skipped and not ${done}`,
    behind: `: ${why || 'the log gives no reason'}`,
  }),
  warning: (done, why) => ({ before: `was ${done}`, behind: ` with a warning${why === '' ? '' : `: ${why}`}` }),
  unknown: (done, why) => ({
    before: `was to be ${done}`,
    behind: `; the log does not say with what result${why === '' ? '' : `: ${why}`}`,
  }),
};

const notWritten: Outcome = (done) => ({
  before: `was to be ${done}`,
  behind: ': the event succeeded, but no step wrote to the target',
});

/** So much of one text of the log stands in a sentence. */
const LONGEST_PART = 200;

/**
 * What happened to whom, where, when and with what result, in one sentence: `Anna Müller (User) was not created in
 * Salesforce on 2026-01-02 03:04:05 UTC: SalesforceLicenseLimitExceeded.` Plain text; log text in it is made harmless
 * as in a label.
 */
export function eventSentence(event: ProvisioningEvent): string {
  // What is held back was to be deleted, and is marked for nothing.
  const isHeldBack = event.action === 'stageddelete' && event.status === 'skipped';
  const { done, preposition } = verbs[isHeldBack ? 'delete' : event.action];
  const isIdle = event.status === 'success' && whatChanged(event).outcome === 'notChanged';
  const { before, behind } = (isIdle ? notWritten : outcomes[event.status])(done, whyText(event));
  const system = quoted(systemName(event));
  const where = system === '' ? '' : ` ${preposition} ${system}`;
  const time = formatTime(Date.parse(event.time));
  const when = time === '' ? ' at a time that the log does not give' : ` on ${time}`;
  return `${who(event)} ${before}${where}${when}${behind}.`;
}

/** The system that an event is about, as people know it: generic SCIM applications all are `customappsso`. */
export function systemName({ target, jobName }: Pick<ProvisioningEvent, 'target' | 'jobName'>): string {
  const isGeneric = target.displayName === '' || target.displayName.toLowerCase() === 'customappsso';
  return isGeneric ? jobName : target.displayName;
}

/** The last part of an object type: `User` of `urn:ietf:params:scim:schemas:core:2.0:User`. */
export function typeName(type: string): string {
  return type.slice(type.lastIndexOf(':') + 1);
}

function who({ identity, sourceIdentity, targetIdentity }: ProvisioningEvent): string {
  const type = quoted(typeName(sourceIdentity.type || targetIdentity.type));
  const name = quoted(identity);
  if (name === '') return type === '' ? 'An object without a name' : `An object without a name (${type})`;
  return type === '' ? name : `${name} (${type})`;
}

function whyText(event: ProvisioningEvent): string {
  const reason = skipReason(event.steps);
  if (event.status === 'skipped' && reason !== '') {
    const known = lookUpSkipReason(reason);
    return known ? `${quoted(reason)} (${known.title.charAt(0).toLowerCase()}${known.title.slice(1)})` : quoted(reason);
  }
  const { code = '', reason: text = '' } = event.error ?? {};
  const words = quoted(code || firstLine(text)).replace(/\.$/, '');
  const closed = words === '' ? explainSkip(event)?.closed : undefined;
  if (closed === undefined) return words;
  const isHeldBack = event.action === 'stageddelete' && closed === 'exported';
  return isHeldBack ? 'accidental deletion prevention holds it back' : closedWords[closed];
}

function firstLine(text: string): string {
  return /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0].trim() ?? '';
}

function quoted(text: string): string {
  return plainLabel(text.trim(), LONGEST_PART);
}
