import { useRef, useState } from 'preact/hooks';
import { plainLabel } from '../../core/text/escape';
import { formatCount, formatTime } from '../../core/text/formatValue';
import type { RowSummary } from '../../protocol/logApi';
import { LogText } from '../widgets/logText';
import { positionAfterKey } from '../widgets/roving';

/**
 * The latest failures. A click anywhere in a row opens it; for the keyboard each row has one button, of which one is
 * in the tab order: arrow keys, Home and End walk, Enter opens.
 */
export function FailuresTable(props: {
  failures: readonly RowSummary[];
  failureCount: number;
  onOpen: (row: number) => void;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const { failures, failureCount } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const position = positionAfterKey(event.key, current, failures.length, 'vertical');
    if (position === undefined) return;
    event.preventDefault();
    setCurrent(position);
    body.current?.querySelectorAll<HTMLElement>('.opens')[position]?.focus();
  };
  return (
    <section>
      <h2 id="failures">
        {failures.length < failureCount
          ? `Latest ${formatCount(failures.length)} of ${formatCount(failureCount)} failures`
          : `Failures (${formatCount(failureCount)})`}
      </h2>
      {failures.length === 0 ? (
        <p class="quiet">
          No event of this file failed. A download holds only what the filter in the portal let through.
        </p>
      ) : (
        <div class="wide" role="region" aria-labelledby="failures">
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">Identity</th>
                <th scope="col">Action</th>
                <th scope="col">Error code</th>
                <th scope="col">Target</th>
                <th scope="col">Time</th>
              </tr>
            </thead>
            <tbody ref={body} onKeyDown={onKeyDown}>
              {failures.map((failure, position) => (
                <tr key={failure.row} onClick={() => props.onOpen(failure.row)}>
                  <th scope="row">
                    <button
                      type="button"
                      class="link opens"
                      tabIndex={position === Math.min(current, failures.length - 1) ? 0 : -1}
                      onFocus={() => setCurrent(position)}
                    >
                      <bdi class="log-text">{plainLabel(failure.identity === '' ? failure.id : failure.identity)}</bdi>
                    </button>
                  </th>
                  <td>{failure.action}</td>
                  <td class="code">
                    <LogText text={failure.errorCode ?? ''} />
                  </td>
                  <td>
                    <LogText text={failure.targetSystem} />
                  </td>
                  <td class="time">{formatTime(Date.parse(failure.time))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
