import { type ErrorCode, retryKinds, turns } from '../codes/errorCode';
import type { CodeLookUp } from '../codes/lookUpCode';
import { decodeEscrow } from '../explain/decodeEscrow';
import { decodeReason } from '../explain/decodeReason';
import { eventMarks } from '../explain/eventMarks';
import type { SkipVerdict } from '../explain/skipVerdict';
import { whatChanged } from '../explain/whatChanged';
import type { ProvisioningEvent } from '../model';
import type { KnownWords, Troubleshooting } from './eventView';
import { originText, unknownCodeText } from './entryText';
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
    ...(entry && { known: wordsOn(entry, skip) }),
    marks: eventMarks(event)
      .filter((mark) => mark !== entry)
      .map(knownWords),
    notice: found ? codeNotice(found) : noCodeNotice(event),
    count: codeCount,
    reason,
    reasonFields: reasonFields(decoded),
    ...(decoded.opened && { answer: decoded.opened }),
    escrow: escrowFields(decodeEscrow(event.steps), event.time),
    details,
    category,
    recommendedAction,
  };
}

/** A skip that is as it should be is nobody's turn, whoever could change that it is skipped. */
function wordsOn(entry: ErrorCode, skip: SkipVerdict | undefined): KnownWords {
  const words = knownWords(entry);
  return skip?.judgement === 'normal' && entry === skip.knownReason ? { ...words, turn: nobodysTurn } : words;
}

const nobodysTurn: KnownWords['turn'] = {
  id: 'wait',
  title: 'Nobody',
  sentence: 'This is as it should be. Act only if you expected something else.',
};

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
    origin: origin === 'observed' ? originText(origin) : '',
  };
}

function codeNotice(found: CodeLookUp): string {
  return found.isKnown ? '' : `${unknownCodeText(found)} Below are the words of the log.`;
}

const nothingToDo = 'The event succeeded, and the log gives no error code: there is nothing to do.';
const nothingWritten =
  'The event succeeded, but no step wrote to the target: nothing changed there. There is nothing to do, unless a change was expected; then look at the steps, and at the mappings.';

function noCodeNotice(event: ProvisioningEvent): string {
  switch (event.status) {
    case 'success':
      return whatChanged(event).outcome === 'notChanged' ? nothingWritten : nothingToDo;
    case 'skipped':
      return '';
    case 'unknown':
      return 'The log says neither how the event ended nor gives it an error code.';
    default:
      return event.steps.length > 0
        ? 'The log gives this event no error code. The steps say where it stopped.'
        : 'The log gives this event neither an error code nor steps: it does not say why it ended like this.';
  }
}
