import { type CodeLookUp, lookUpCode } from '../codes/lookUpCode';
import type { ErrorCode } from '../codes/errorCode';
import { explainSkip } from '../explain/skipVerdict';
import type { Detail, Identity, ProvisioningEvent, System } from '../model';
import { prettifyText } from '../prettify/prettifyText';
import { skipReason } from '../record/readSteps';
import type { EventView, Troubleshooting } from './eventView';
import { formatDuration } from './formatDuration';
import { formatTime } from './formatValue';
import { eventSentence, systemName } from './sentence';
import { actionTitle, statusTitle } from './titles';

/** A record of absurd nesting would grow to hundreds of megabytes: beyond this, it is shown as it stands in the file. */
const LONGEST_RAW = 16 * 1024 * 1024;

/**
 * An event as the panel shows it. `codeCount` says how often its code occurs in the log; `lookUp` asks the catalogue.
 * Texts of the log are as the log has them, but for the sentence: the panel sets them as text.
 */
export function buildEventView(
  event: ProvisioningEvent,
  row: number,
  codeCount: number,
  lookUp: (code: string) => CodeLookUp = lookUpCode,
): EventView {
  return {
    row,
    key: event.key,
    sentence: eventSentence(event),
    status: event.status,
    action: event.action,
    steps: event.steps,
    troubleshooting: troubleshoot(event, codeCount, lookUp),
    modifiedProperties: event.modifiedProperties,
    summary: summarise(event),
    raw: prettifyText(event.raw, '  ', '\n', LONGEST_RAW),
    rawIsCut: event.rawIsCut,
  };
}

function troubleshoot(event: ProvisioningEvent, count: number, lookUp: (code: string) => CodeLookUp): Troubleshooting {
  const { code = '', reason = '', details = '', category = '', recommendedAction = '' } = event.error ?? {};
  const found = code === '' ? undefined : lookUp(code);
  const skip = explainSkip(event);
  const entry = found?.isKnown ? found.entry : code === '' ? skip?.knownReason : undefined;
  const hints = found ? codeNotice(found) : noCodeNotice(event);
  const notice = [hints, skip?.sentence ?? ''].filter((text) => text !== '').join(' ');
  return {
    code,
    ...(entry ? { known: knownWords(entry) } : {}),
    notice,
    count,
    reason,
    details,
    category,
    recommendedAction,
  };
}

function knownWords({ title, cause, steps, retry, documentation }: ErrorCode): NonNullable<Troubleshooting['known']> {
  return { title, cause, steps, retry: retry.text, documentation: documentation ?? '' };
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

function summarise(event: ProvisioningEvent): EventView['summary'] {
  const { sourceIdentity, targetIdentity, source, target, servicePrincipal, initiatedBy } = event;
  return [
    {
      title: 'What happened',
      rows: rows([
        ['Action', actionTitle(event.action)],
        ['Status', statusTitle(event.status)],
        ['Error code', event.errorCode ?? ''],
        ['Skip reason', skipReason(event.steps)],
        ['Time', formatTime(Date.parse(event.time))],
        ['Duration', event.durationMs === undefined ? '' : formatDuration(event.durationMs)],
        ['Object', event.identity],
        ['System', systemName(event)],
        ['Initiated by', [initiatedBy.displayName, initiatedBy.type && `(${initiatedBy.type})`].join(' ').trim()],
      ]),
    },
    { title: 'Source object', rows: identityRows(sourceIdentity) },
    { title: 'Target object', rows: identityRows(targetIdentity) },
    {
      title: 'Systems',
      rows: [
        ...systemRows('Source system', source),
        ...systemRows('Target system', target),
        ...systemRows('Service principal', servicePrincipal),
      ],
    },
    {
      title: 'IDs',
      rows: rows([
        ['Event ID', event.id],
        ['Change ID', event.changeId],
        ['Cycle ID', event.cycleId],
        ['Job ID', event.jobId],
        ['Tenant ID', event.tenantId],
      ]),
    },
  ];
}

function identityRows({ id, displayName, type, details }: Identity): readonly Detail[] {
  return [
    ...rows([
      ['Name', displayName],
      ['ID', id],
      ['Type', type],
    ]),
    ...details,
  ];
}

function systemRows(title: string, { id, displayName, details }: System): readonly Detail[] {
  return [
    ...rows([
      [title, displayName],
      [`${title} ID`, id],
    ]),
    ...details,
  ];
}

/** A text that the log does not have is null, which the panel shows as absent. */
function rows(pairs: readonly (readonly [name: string, value: string])[]): readonly Detail[] {
  return pairs.map(([name, value]) => ({ name, value: value === '' ? null : value }));
}
