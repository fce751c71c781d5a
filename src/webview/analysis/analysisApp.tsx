import { render } from 'preact';
import { openChannel } from '../../protocol/channel';
import type { LogPageHost, LogPageState, LogPageView } from '../../protocol/logPageApi';
import type { App } from '../app';
import { LogPage } from './logPage';

/** A log as a whole: the analysis panel, and the viewer of a file. */
export const analysisApp: App = {
  id: 'analysis',
  start({ root, host: port, memory }) {
    const draw = (state: LogPageState) => {
      // What the host is given again when the window is reloaded.
      memory.keep('saved', state.saved);
      render(<LogPage state={state} host={host} />, root);
    };
    const view: LogPageView = { show: draw };
    const { remote: host } = openChannel<LogPageHost>(port, view);
    void host.ready().then((reply) => {
      if (reply.ok) draw(reply.value);
      else render(<p role="alert">{reply.error.message}</p>, root);
    });
  },
};
