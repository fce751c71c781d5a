import { formatCount, formatCounted } from '../../core/text/formatValue';
import type { StoryHost, StoryState } from '../../protocol/storyApi';
import { Button } from '../widgets/button';
import { LogText } from '../widgets/logText';
import { StoryLines } from './storyLines';

const kinds = { reportable: 'Reportable identifier', id: 'ID in a source or target', name: 'Name' } as const;

/** One object: what it is known by, and everything that happened to it, in order. */
export function Story({ state, host }: { state: StoryState; host: StoryHost }) {
  const { name, isReading, failure, notice, ids, total, events } = state;
  const failures = events.filter(({ status }) => status === 'failure').length;
  const hidden = total - events.length;
  return (
    <article class="story">
      <h1>{name === '' ? 'Object History' : <LogText text={name} />}</h1>
      <p role="status">
        {isReading && 'Reading the events…'}
        {!isReading &&
          failure === undefined &&
          `${formatCounted(total, 'event')}, ${failures === 0 ? 'no failures' : formatCounted(failures, 'failure')}`}
      </p>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {notice !== undefined && <p class="plain-notice">{notice}</p>}
      {events.length > 0 && (
        <div class="buttons">
          <Button icon="search" onPress={() => void host.filterLogs()}>
            Filter the Log
          </Button>
          <Button icon="copy" onPress={() => void host.copy()}>
            Copy
          </Button>
        </div>
      )}
      {hidden > 0 && (
        <p class="quiet">{`The newest ${formatCount(events.length)} are told; ${formatCounted(hidden, 'older event')} more in the logs.`}</p>
      )}
      <StoryLines lines={events} onShow={(place) => void host.showEvent(place)} />
      {ids.length > 0 && (
        <section>
          <h2>Known as</h2>
          <table class="details">
            <tbody>
              {ids.map(({ kind, value }) => (
                <tr key={`${kind} ${value}`}>
                  <th scope="row">{kinds[kind]}</th>
                  <td>
                    <LogText text={value} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="quiet">
            Events are joined by these. The target of one job may be the source of the next. Who has two IDs that never
            stand in one event is told in parts.
          </p>
        </section>
      )}
    </article>
  );
}
