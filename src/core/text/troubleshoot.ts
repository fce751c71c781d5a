import { type ErrorCode, retryKinds, turns } from '../codes/errorCode';
import type { CodeLookUp } from '../codes/lookUpCode';
import { decodeEscrow } from '../explain/decodeEscrow';
import { decodeReason } from '../explain/decodeReason';
import { eventMarks } from '../explain/eventMarks';
import type { SkipVerdict } from '../explain/skipVerdict';
import type { ProvisioningEvent } from '../model';
import type { KnownWords, Troubleshooting } from './eventView';
import { escrowFields, reasonFields } from './reasonFields';

/**
 * What is known of why an event did not succeed. `codeCount` says how often its code occurs in the log; `skip` is why
 * it was skipped, if it was; `lookUp` asks the catalogue.
 */
export function troubleshoot(
  event: ProvisioningEvent,
  codeCount: number,
  skip: SkipVerdict | undefined,
  lookUp: (code: string) => CodeLookUp,
): Troubleshooting {
  const { code = '', reason = '', details = '', category = '', recommendedAction = '' } = event.error ?? {};
  const found = code === '' ? undefined : lookUp(code);
  const entry = found?.isKnown ? found.entry : code === '' ? skip?.knownReason : undefined;
  const decoded = decodeReason(reason);
  return {
    code,
    ...(entry && { known: knownWords(entry) }),
    marks: eventMarks(event)
      .filter((mark) => mark !== entry)
      .map(knownWords),
    notice: found ? codeNotice(found) : noCodeNotice(event),
    count: codeCount,
    reason,
    reasonFields: reasonFields(decoded),
    ...(decoded.opened && { answer: decoded.opened }),
    escrow: escrowFields(decodeEscrow(event.steps)),
    details,
    category,
    recommendedAction,
  };
}

function knownWords({ title, cause, steps, retry, turn, documentation, origin }: ErrorCode): KnownWords {
  return {
    title,
    cause,
    steps,
    retryTitle: retryKinds.find(({ id }) => id === retry.kind)!.title,
    retry: retry.text,
    turn: turns.find(({ id }) => id === turn)!,
    documentation: documentation ?? '',
    isYours: origin === 'user',
  };
}

function codeNotice(found: CodeLookUp): string {
  if (found.isKnown) return '';
  const sentences = ['The catalogue does not know this code, so only the words of the log are shown.'];
  if (found.connector !== undefined) sentences.push(`By its beginning it comes from the connector ${found.connector}.`);
  if (found.http) sentences.push(`It names the HTTP status ${found.http.number}: ${found.http.meaning}`);
  return sentences.join(' ');
}

function noCodeNotice(event: ProvisioningEvent): string {
  switch (event.status) {
    case 'success':
      return 'The event succeeded, and the log gives no error code: there is nothing to do.';
    case 'skipped':
      return '';
    case 'unknown':
      return 'The log says neither how the event ended nor gives it an error code.';
    default:
      return 'The log gives this event no error code. The steps say where it stopped.';
  }
}
