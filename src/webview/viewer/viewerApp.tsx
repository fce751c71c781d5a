import { render } from 'preact';
import { openChannel } from '../../protocol/channel';
import type { ViewerHost, ViewerState, ViewerView } from '../../protocol/panelApi';
import type { App } from '../app';
import { Viewer } from './viewer';

/** The editor that shows a log as a whole. */
export const viewerApp: App = {
  id: 'viewer',
  start({ root, host: port }) {
    const draw = (state: ViewerState) => render(<Viewer state={state} host={host} />, root);
    const view: ViewerView = { show: draw };
    const { remote: host } = openChannel<ViewerHost>(port, view);
    void host.ready().then((reply) => {
      if (reply.ok) draw(reply.value);
      else render(<p role="alert">{reply.error.message}</p>, root);
    });
  },
};
