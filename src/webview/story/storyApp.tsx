import { render } from 'preact';
import { openChannel } from '../../protocol/channel';
import type { StoryHost, StoryState, StoryView } from '../../protocol/storyApi';
import type { App } from '../app';
import { Story } from './story';

/** The page with one person's or group's story. */
export const storyApp: App = {
  id: 'story',
  start({ root, host: port, memory }) {
    const draw = (state: StoryState) => {
      // What the host is given again when the window is reloaded.
      if (state.saved !== undefined) memory.keep('saved', state.saved);
      render(<Story state={state} host={host} />, root);
    };
    const view: StoryView = { show: draw };
    const { remote: host } = openChannel<StoryHost>(port, view);
    void host.ready().then((reply) => {
      if (reply.ok) draw(reply.value);
      else render(<p role="alert">{reply.error.message}</p>, root);
    });
  },
};
