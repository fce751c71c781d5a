import { type CodeLookUp, lookUpCode } from '../codes/lookUpCode';
import { explainSkip } from '../explain/skipVerdict';
import { whatChanged } from '../explain/whatChanged';
import type { Detail, Identity, ProvisioningEvent, System } from '../model';
import { prettifyText } from '../prettify/prettifyText';
import { skipReason } from '../record/readSteps';
import type { EventView } from './eventView';
import { formatDuration } from './formatDuration';
import { formatTime } from './formatValue';
import { eventSentence, systemName } from './sentence';
import { actionTitle, statusTitle } from './titles';
import { troubleshoot } from './troubleshoot';

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
  const skip = explainSkip(event);
  return {
    row,
    key: event.key,
    sentence: eventSentence(event),
    status: event.status,
    action: event.action,
    steps: event.steps,
    ...(skip && { skip }),
    troubleshooting: troubleshoot(event, codeCount, skip, lookUp),
    changes: whatChanged(event),
    summary: summarise(event),
    raw: prettifyText(event.raw, '  ', '\n', LONGEST_RAW),
    rawIsCut: event.rawIsCut,
  };
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
