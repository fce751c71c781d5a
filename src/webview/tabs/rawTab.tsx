import { plainText } from '../../core/text/escape';
import type { Tab } from './tab';

/** The record itself, laid out in lines. */
export const rawTab: Tab = {
  id: 'raw',
  title: 'Raw',
  Content: ({ event }) => (
    <>
      {event.rawIsCut && (
        <p class="plain-notice">
          The record is too long to show here. This is its beginning; Reveal in File shows all of it.
        </p>
      )}
      <pre class="raw log-text">{plainText(event.raw, Infinity)}</pre>
    </>
  ),
};
