import { readEvent } from '../../../src/core/record/readEvent';
import { buildEventView } from '../../../src/core/text/buildEventView';
import type { EventPanelHost, EventPanelState } from '../../../src/protocol/panelApi';
import { EventPanel } from '../../../src/webview/eventPanel/eventPanel';
import { tabs } from '../../../src/webview/tabs/tabs';
import { drawnText } from '../../support/drawnText';
import { explainedRecords, onDemandRecord } from '../../support/explainedLog';
import { matchGolden } from '../../support/golden';

/** The line that parts what is above the tabs from their content. */
const tabList = /^\[Steps .*\n/m;

describe('event panel as text', () => {
  for (const [kind, record] of Object.entries({ ...explainedRecords, onDemand: onDemandRecord })) {
    it(`shows of the event ${kind}, tab by tab, what its golden file holds`, () => {
      const state = stateOf(record);
      const drawings = tabs.filter(({ id }) => id !== 'raw').map(({ id }) => drawn(state, id).split(tabList));
      const shown = drawings.map(
        ([, content = ''], position) => `${'='.repeat(8)} ${tabs[position]!.title}\n${content}`,
      );
      matchGolden(
        `panel/${kind}.txt`,
        `${[drawings[0]![0]!.trim(), ...shown.map((text) => text.trim())].join('\n\n')}\n`,
      );
    });
  }
});

function stateOf(record: object): EventPanelState {
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const event = readEvent({ bytes, key: 'k', file: 0, byteOffset: 0 });
  const row = { ...event, row: 4 };
  const earlier = { ...row, row: 1, time: '2026-03-02T12:31:10.000Z', status: 'success' as const, errorCode: '' };
  return {
    event: buildEventView(event, 4, 3),
    sameObject: { by: 'sourceId', total: 2, events: [earlier, row] },
    hasNext: true,
    hasPrevious: true,
    hasNextFailure: true,
    hasPreviousFailure: false,
    saved: { log: [], key: 'k' },
  };
}

/** The panel with one tab open. Its host is never asked: nobody presses a button. */
function drawn(state: EventPanelState, tab: string): string {
  const memory = { read: (name: string) => (name === 'tab' ? tab : undefined), keep: () => undefined };
  return drawnText(<EventPanel state={state} host={{} as EventPanelHost} memory={memory} onState={() => undefined} />);
}
