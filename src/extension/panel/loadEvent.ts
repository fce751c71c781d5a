import { lookUpCode, type CodeIndex } from '../../core/codes/lookUpCode';
import type { ProvisioningEvent } from '../../core/model';
import { buildEventView } from '../../core/text/buildEventView';
import type { EventPanelState } from '../../protocol/panelApi';
import type { OpenLog } from '../openLog';
import { valueOf } from '../report';

/** So many events of one object are shown at most. */
const SAME_OBJECT_LIMIT = 100;

const partialNotice =
  'The log is still being read: counts, and the events before and after this one, are those found so far.';

/** An event as the panel shows it, and as the log has it. */
export interface LoadedEvent {
  readonly log: OpenLog;
  readonly row: number;
  readonly event: ProvisioningEvent;
  readonly state: EventPanelState;
}

/** Reads an event and what surrounds it. Throws in words for the user, when the file is gone or has changed. */
export async function loadEvent(log: OpenLog, row: number, codes: CodeIndex): Promise<LoadedEvent> {
  // What is counted below may be counted before all is read.
  const isPartial = log.info.isPartial === true;
  const event = valueOf(await log.event(row));
  const code = event.errorCode ?? event.error?.code ?? '';
  const hasNeighbour = async (direction: 'next' | 'previous', failuresOnly: boolean) =>
    valueOf(await log.api.neighbour(row, direction, failuresOnly, log.filter)) !== undefined;
  const [count, sameObject, hasNext, hasPrevious, hasNextFailure, hasPreviousFailure] = await Promise.all([
    code === '' ? 0 : log.api.valueUse('code', code).then((reply) => valueOf(reply).count),
    log.api.sameObject(row, SAME_OBJECT_LIMIT).then(valueOf),
    hasNeighbour('next', false),
    hasNeighbour('previous', false),
    hasNeighbour('next', true),
    hasNeighbour('previous', true),
  ]);
  const state: EventPanelState = {
    event: buildEventView(event, row, count, (spelled) => lookUpCode(spelled, codes)),
    notice: log.staleness?.message ?? (isPartial ? partialNotice : undefined),
    sameObject,
    hasNext,
    hasPrevious,
    hasNextFailure,
    hasPreviousFailure,
    saved: savedOf(log, event.key),
  };
  return { log, row, event, state };
}

/** The state of a panel that has nothing to show, with the reason. */
export function emptyState(notice: string, saved: EventPanelState['saved']): EventPanelState {
  return {
    notice,
    hasNext: false,
    hasPrevious: false,
    hasNextFailure: false,
    hasPreviousFailure: false,
    saved,
  };
}

/** What a page keeps to be shown again. */
export function savedOf(log: OpenLog, key: string): EventPanelState['saved'] {
  return { log: log.files.map((file) => file.toString()), key };
}
