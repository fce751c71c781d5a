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
import { stepViews, timingSentence } from './stepViews';
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
    steps: stepViews(event),
    timing: timingSentence(event),
    ...(skip && { skip }),
    troubleshooting: troubleshoot(event, codeCount, skip, lookUp),
    changes: whatChanged(event),
    summary: summarise(event),
    raw: event.isTable === true ? tableRows(event) : prettifyText(event.raw, '  ', '\n', LONGEST_RAW),
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
        ...telling('Error code', event.errorCode ?? '', event.status === 'failure'),
        ...telling('Skip reason', skipReason(event.steps), event.status === 'skipped'),
        ['Time', formatTime(Date.parse(event.time))],
        ['Duration', event.durationMs === undefined ? '' : formatDuration(event.durationMs)],
        ['Object', event.identity],
        ['System', systemName(event)],
        ['Initiated by', [initiatedBy.displayName, initiatedBy.type && `(${initiatedBy.type})`].join(' ').trim()],
      ]),
    },
    { title: 'In the source', side: 'source', rows: sideRows(sourceIdentity, source) },
    { title: 'In the target', side: 'target', rows: sideRows(targetIdentity, target) },
    {
      title: 'Application',
      rows: [
        ...rows([
          ['Service principal', servicePrincipal.displayName],
          ['Service principal ID', servicePrincipal.id],
        ]),
        ...servicePrincipal.details,
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
    ...(event.otherColumns === undefined ? [] : [{ title: 'Other columns', rows: event.otherColumns }]),
  ];
}

/** An object and its system on one side; details that only repeat what stands above them are left out. */
function sideRows({ id, displayName, type, details }: Identity, system: System): readonly Detail[] {
  const own = rows([
    ['Name', displayName],
    ['ID', id],
    ['Type', type],
  ]);
  const ofSystem = rows([
    ['System', system.displayName],
    ['System ID', system.id],
  ]);
  return [
    ...own,
    ...details.filter(({ value }) => value !== '' && own.every((row) => row.value !== value)),
    ...ofSystem,
    ...system.details.filter(({ value }) => value !== ''),
  ];
}

/** A row that is left out where the event has no such thing and is not expected to have it. */
function telling(name: string, text: string, isExpected: boolean): readonly (readonly [string, string])[] {
  return text === '' && !isExpected ? [] : [[name, text]];
}

/** The rows of an event as they stand in the files, its own first, an empty line between those of different places. */
function tableRows({ raw, joined = [] }: ProvisioningEvent): string {
  return [raw, ...joined.map(({ text }) => text)].join('\n\n');
}

/** A text that the log does not have is null, which the panel shows as absent. */
function rows(pairs: readonly (readonly [name: string, value: string])[]): readonly Detail[] {
  return pairs.map(([name, value]) => ({ name, value: value === '' ? null : value }));
}
