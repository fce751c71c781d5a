import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import type { Timeline } from '../../core/analysis/timeline';
import { formatCount, formatTime } from '../../core/text/formatValue';
import { statusWord } from '../widgets/statusMark';
import { readColours, useTheme } from './themeColours';
import { bucketStart, stacked, statusesIn, wholeBuckets } from './timelineData';

const HEIGHT = 110;
const colourNames = {
  success: '--success',
  failure: '--failure',
  skipped: '--skipped-bar',
  warning: '--warning',
  unknown: '--unknown',
} as const;

/**
 * Bars of events over time, stacked by status. Dragging chooses a stretch of time. Says nothing to screen readers: the
 * same numbers stand in a table beside it.
 */
export function TimelineChart({
  timeline,
  onZoom,
}: {
  timeline: Timeline;
  onZoom: (startMs: number, endMs: number) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const [pointed, setPointed] = useState<number>();
  const zoom = useRef(onZoom);
  zoom.current = onZoom;

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const plot = new uPlot(
      chartOptions(timeline, element.clientWidth, setPointed, (start, end) => zoom.current(start, end)),
      chartData(timeline),
      element,
    );
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) plot.setSize({ width: element.clientWidth, height: HEIGHT });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [timeline, theme]);

  return (
    <div class="timeline-chart" aria-hidden="true">
      <div ref={place} class="plot" />
      <Legend timeline={timeline} bucket={pointed} />
    </div>
  );
}

/** What the colours mean, and what the bars at the pointer say. */
function Legend({ timeline, bucket }: { timeline: Timeline; bucket: number | undefined }) {
  const { byStatus, bucketMs } = timeline;
  const count = (counts: readonly number[]) =>
    bucket === undefined ? counts.reduce((sum, each) => sum + each, 0) : (counts[bucket] ?? 0);
  return (
    <p class="legend">
      <span class="legend-time">
        {bucket === undefined
          ? 'Drag to zoom in'
          : `${formatTime(bucketStart(timeline, bucket))} to ${formatTime(bucketStart(timeline, bucket) + bucketMs)}`}
      </span>
      {statusesIn(timeline).map((status) => (
        <span key={status} class={`legend-status status-${status}`}>
          <span class="swatch" />
          {`${statusWord(status)} ${formatCount(count(byStatus[status]))}`}
        </span>
      ))}
    </p>
  );
}

/** Seconds since 1970, in the middle of each bucket, and the stacked heights, the highest first: it is drawn first. */
function chartData(timeline: Timeline): uPlot.AlignedData {
  const times = Array.from(
    { length: timeline.bucketCount },
    (_, bucket) => (bucketStart(timeline, bucket) + timeline.bucketMs / 2) / 1_000,
  );
  return [times, ...stacked(timeline, statusesIn(timeline)).reverse()];
}

function chartOptions(
  timeline: Timeline,
  width: number,
  onPoint: (bucket: number | undefined) => void,
  onZoom: (startMs: number, endMs: number) => void,
): uPlot.Options {
  const names = [...Object.values(colourNames), '--quiet', '--line-visible'] as const;
  const colours = readColours(names);
  const bars = uPlot.paths.bars!({ size: [0.9, 60, 1], gap: 0 });
  const grid = { stroke: colours['--line-visible'], width: 1 };
  const { startMs, bucketMs, bucketCount } = timeline;
  const axis = { stroke: colours['--quiet'], grid, ticks: { show: false }, font: chartFont() };
  return {
    width: Math.max(width, 50),
    height: HEIGHT,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), 'Etc/UTC'),
    padding: [6, 34, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: true, range: [startMs / 1_000, (startMs + bucketCount * bucketMs) / 1_000] },
      y: { range: (_, __, most) => [0, Math.max(1, most)] },
    },
    axes: [
      { ...axis, size: 22, space: 90, grid: { show: false }, values: timeLabels },
      {
        ...axis,
        size: 48,
        space: 26,
        values: (_, marks) => marks.map((mark) => (Number.isInteger(mark) ? formatCount(mark) : '')),
      },
    ],
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    series: [
      {},
      ...statusesIn(timeline)
        .map((status) => ({ fill: colours[colourNames[status]], width: 0, paths: bars, points: { show: false } }))
        .reverse(),
    ],
    hooks: {
      setCursor: [(plot) => onPoint(plot.cursor.idx ?? undefined)],
      setSelect: [
        (plot) => {
          const { left, width: selected } = plot.select;
          if (selected < 3) return;
          const range = wholeBuckets(
            timeline,
            plot.posToVal(left, 'x') * 1_000,
            plot.posToVal(left + selected, 'x') * 1_000,
          );
          plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
          onZoom(range.startMs, range.endMs);
        },
      ],
    },
  };
}

/** In the order of the ISO format, as everywhere on the page: the day where it is new, the time where days are cut up. */
function timeLabels(_: uPlot, marks: number[]): string[] {
  const hasTimes = marks.some((seconds) => seconds % 86_400 !== 0);
  let lastDay = '';
  return marks.map((seconds) => {
    const text = new Date(seconds * 1_000).toISOString();
    const day = text.slice(0, 10);
    const isNew = day !== lastDay;
    lastDay = day;
    if (!hasTimes) return day;
    const time = text.slice(11, seconds % 60 === 0 ? 16 : 19);
    return isNew ? `${day.slice(5)} ${time}` : time;
  });
}

function chartFont(): string {
  const { fontFamily } = getComputedStyle(document.body);
  return `11px ${fontFamily}`;
}
