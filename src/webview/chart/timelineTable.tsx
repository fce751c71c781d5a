import type { Timeline } from '../../core/analysis/timeline';
import { formatCount, formatTime } from '../../core/text/formatValue';
import { Button } from '../widgets/button';
import { CellLabel } from '../widgets/cellLabel';
import { statusWord } from '../widgets/statusMark';
import { bucketStart, statusesIn } from './timelineData';

/**
 * Events over time as a table. Unseen, it stands beside the chart for screen readers; seen, it takes the chart's place
 * and lets the keyboard zoom in.
 */
export function TimelineTable(props: {
  timeline: Timeline;
  isUnseen: boolean;
  onZoom: (startMs: number, endMs: number) => void;
}) {
  const { timeline, isUnseen } = props;
  const columns = [...statusesIn(timeline)].reverse();
  const buckets = Array.from({ length: timeline.bucketCount }, (_, bucket) => ({
    bucket,
    startMs: bucketStart(timeline, bucket),
    counts: columns.map((status) => timeline.byStatus[status][bucket] ?? 0),
  })).filter(({ counts }) => counts.some((count) => count > 0));
  return (
    <div
      class={isUnseen ? 'unseen' : 'timeline-table'}
      {...(!isUnseen && { role: 'region', 'aria-label': 'Events over time', tabIndex: 0 })}
    >
      <table class="figures stacks">
        <caption class="unseen">Events over time by status</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            {columns.map((status) => (
              <th key={status} scope="col" class="number">
                {statusWord(status)}
              </th>
            ))}
            {!isUnseen && (
              <th scope="col">
                <span class="unseen">Zoom</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ bucket, startMs, counts }) => (
            <tr key={bucket}>
              <th scope="row">{formatTime(startMs)}</th>
              {counts.map((count, position) => (
                <td key={columns[position]} class={count === 0 ? 'number none' : 'number'}>
                  <CellLabel>{statusWord(columns[position]!)}</CellLabel>
                  {formatCount(count)}
                </td>
              ))}
              {!isUnseen && (
                <td>
                  <Button
                    look="link"
                    label={`Zoom in on ${formatTime(startMs)}`}
                    onPress={() => props.onZoom(startMs, startMs + timeline.bucketMs)}
                  >
                    Zoom in
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
