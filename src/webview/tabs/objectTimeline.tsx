import { actionTitle } from '../../core/text/titles';
import { formatCount, formatCounted, formatTime } from '../../core/text/formatValue';
import type { ObjectEvents } from '../../protocol/logApi';
import { Button } from '../widgets/button';
import { LogText } from '../widgets/logText';
import { StatusMark } from '../widgets/statusMark';

/** All that the log holds on one object, in time order, with the shown event among it. */
export function ObjectTimeline(props: { events: ObjectEvents; shownRow: number; onShow: (row: number) => void }) {
  const { by, total, events } = props.events;
  const hidden = total - events.length;
  return (
    <section>
      <h2>This object in this log</h2>
      {total <= 1 && <p>The log holds no other event of this object.</p>}
      {total > 1 && by === 'identity' && (
        <p class="quiet">
          The log gives no ID of the object in the source, so these are the events with its name. Other objects may have
          the same name.
        </p>
      )}
      {total > 1 && (
        <ol class="timeline">
          {events.map(({ row, time, action, status, errorCode }) => (
            <li key={row} aria-current={row === props.shownRow ? 'true' : undefined}>
              {row === props.shownRow ? (
                <span class="time">{timeWords(time)}</span>
              ) : (
                <Button
                  look="link"
                  label={`${timeWords(time)}: show this event`}
                  onPress={() => {
                    props.onShow(row);
                  }}
                >
                  <span class="time">{timeWords(time)}</span>
                </Button>
              )}
              <StatusMark status={status} />
              <span>{actionTitle(action)}</span>
              {errorCode !== undefined && errorCode !== '' && (
                <code>
                  <LogText text={errorCode} />
                </code>
              )}
              {row === props.shownRow && <span class="tag">this event</span>}
            </li>
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <p class="quiet">
          {`The ${formatCount(events.length)} nearest in time are listed; ${formatCounted(hidden, 'more event')} of this object ${hidden === 1 ? 'is' : 'are'} in the log.`}
        </p>
      )}
    </section>
  );
}

function timeWords(time: string): string {
  return formatTime(Date.parse(time)) || 'No time';
}
