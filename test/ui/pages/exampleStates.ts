import { turns } from '../../../src/core/codes/errorCode';
import { whatChanged } from '../../../src/core/explain/whatChanged';
import type { EventView } from '../../../src/core/text/eventView';
import type { RowSummary } from '../../../src/protocol/logApi';
import type { EventPanelState } from '../../../src/protocol/panelApi';

/** An event view in which every text is `text`, so that each place where it is drawn can be looked at. */
export function eventView(text: string, changes: Partial<EventView> = {}): EventView {
  return {
    row: 0,
    key: 'first',
    sentence: text,
    status: 'failure',
    action: 'update',
    steps: [
      {
        name: text,
        type: 'import',
        status: 'success',
        description: text,
        meaning: '',
        time: '13:58:24.549 UTC',
        details: { rows: [{ name: text, readable: { name: text }, value: text }], clauses: [], emptyNames: [text] },
      },
      {
        name: text,
        type: 'export',
        status: 'failure',
        description: '',
        meaning: 'A meaning.',
        time: '',
        details: { rows: [], clauses: [], emptyNames: [] },
      },
    ],
    timing: '',
    troubleshooting: {
      code: text,
      known: {
        title: 'A known fault',
        cause: 'A cause.',
        steps: ['Do this first.', 'Then do that.'],
        retryTitle: 'Retried automatically',
        retry: 'It is tried again.',
        turn: turns[1],
        documentation: 'https://learn.microsoft.com/',
        isYours: false,
        origin: '',
      },
      marks: [],
      notice: '',
      count: 3,
      reason: text,
      reasonFields: [{ name: text, value: text }],
      escrow: [{ name: text, value: text }],
      details: text,
      category: text,
      recommendedAction: text,
    },
    changes: whatChanged({
      status: 'failure',
      steps: [],
      modifiedProperties: [
        { name: text, oldValue: text, newValue: `${text} new`, recovered: true },
        { name: 'missing', oldValue: null, newValue: '', recovered: false },
      ],
    }),
    summary: [
      {
        title: 'IDs',
        rows: [
          { name: text, value: text },
          { name: 'none', value: null },
        ],
      },
    ],
    raw: text,
    rawIsCut: false,
    ...changes,
  };
}

/** A panel's state with neighbours on both sides, of which only a later one failed, and another event of the object. */
export function panelState(event: EventView): EventPanelState {
  const others = [failure(event.row, event.sentence), failure(event.row + 1, event.sentence)];
  return {
    event,
    sameObject: { by: 'identity', total: 5, events: others },
    hasNext: true,
    hasPrevious: true,
    hasNextFailure: true,
    hasPreviousFailure: false,
    saved: { log: ['file:///log.json'], key: event.key },
  };
}

function failure(row: number, text: string): RowSummary {
  return {
    row,
    key: `key ${row}`,
    id: `id ${row}`,
    changeId: '',
    jobId: 'a',
    cycleId: '',
    time: '2026-01-02T03:04:05.000Z',
    action: 'update',
    status: 'failure',
    errorCode: text,
    sourceSystem: '',
    targetSystem: text,
    identity: text,
    file: 0,
    byteOffset: 0,
    byteLength: 1,
  };
}
