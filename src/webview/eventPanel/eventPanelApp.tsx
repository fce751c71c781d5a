import { render } from 'preact';
import { openChannel } from '../../protocol/channel';
import type { EventPanelHost, EventPanelState, EventPanelView } from '../../protocol/panelApi';
import type { App } from '../app';
import { EventPanel } from './eventPanel';

/** The panel that shows one event. */
export const eventPanelApp: App = {
  id: 'eventPanel',
  start({ root, host: port, memory }) {
    const draw = (state: EventPanelState) => {
      // What the host is given again when the window is reloaded.
      memory.keep('saved', state.saved);
      render(<EventPanel state={state} host={host} memory={memory} onState={draw} />, root);
    };
    const view: EventPanelView = { show: draw };
    const { remote: host } = openChannel<EventPanelHost>(port, view);
    void host.ready().then((reply) => {
      if (reply.ok) draw(reply.value);
      else render(<p role="alert">{reply.error.message}</p>, root);
    });
  },
};
