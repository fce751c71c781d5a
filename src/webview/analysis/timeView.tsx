import type { Timeline } from '../../core/analysis/timeline';
import { formatDuration } from '../../core/text/formatDuration';
import { formatCounted } from '../../core/text/formatValue';
import { TimelineChart } from '../chart/timelineChart';
import { TimelineTable } from '../chart/timelineTable';
import { Button } from '../widgets/button';
import type { Layout } from './layout';

/** Events over time: as a chart with the table beside it for screen readers, as a table, or folded away. */
export function TimeView(props: {
  timeline: Timeline;
  look: Layout['timeline'];
  hasTimeFilter: boolean;
  onLook: (look: Layout['timeline']) => void;
  onZoom: (startMs: number, endMs: number) => void;
  onZoomOut: () => void;
}) {
  const { timeline, look } = props;
  if (timeline.bucketCount === 0) return null;
  const untimed = timeline.untimed > 0 ? `, ${formatCounted(timeline.untimed, 'event')} without a time` : '';
  return (
    <section class="time-view">
      <div class="section-head">
        <h2>Events over Time</h2>
        <span class="quiet">{`each ${formatDuration(timeline.bucketMs)}${untimed}`}</span>
        <div class="buttons">
          {props.hasTimeFilter && (
            <Button icon="zoomOut" onPress={props.onZoomOut}>
              Zoom Out
            </Button>
          )}
          <Button
            icon={look === 'table' ? 'graph' : 'table'}
            isIconOnly
            label={look === 'table' ? 'Show as chart' : 'Show as table'}
            onPress={() => props.onLook(look === 'table' ? 'chart' : 'table')}
          />
          <Button
            icon={look === 'hidden' ? 'chevronDown' : 'chevronUp'}
            isIconOnly
            label={look === 'hidden' ? 'Show events over time' : 'Hide events over time'}
            isExpanded={look !== 'hidden'}
            onPress={() => props.onLook(look === 'hidden' ? 'chart' : 'hidden')}
          />
        </div>
      </div>
      {look === 'chart' && <TimelineChart timeline={timeline} onZoom={props.onZoom} />}
      {look !== 'hidden' && <TimelineTable timeline={timeline} isUnseen={look === 'chart'} onZoom={props.onZoom} />}
    </section>
  );
}
