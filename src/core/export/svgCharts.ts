import type { Timeline } from '../analysis/timeline';
import type { Status } from '../model';
import { htmlText } from '../text/escape';
import { formatCount, formatTime } from '../text/formatValue';
import { statusTitle } from '../text/titles';

const WIDTH = 960;
const HEIGHT = 230;
const LEFT = 56;
const TOP = 10;
const BOTTOM = 28;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
const PLOT_WIDTH = WIDTH - LEFT;

/** Bars over time, stacked by status from the bottom up in the order of `present`. */
export function timelineChart(timeline: Timeline, present: readonly Status[], description: string): string {
  const { bucketCount, bucketMs, startMs, byStatus } = timeline;
  const totals = Array.from({ length: bucketCount }, (_, bucket) =>
    present.reduce((sum, status) => sum + (byStatus[status][bucket] ?? 0), 0),
  );
  const top = roundUp(Math.max(1, ...totals));
  const width = PLOT_WIDTH / bucketCount;
  const gap = Math.min(4, width * 0.2);
  const bars = totals.map((total, bucket) => {
    let y = TOP + PLOT_HEIGHT;
    const parts = present.map((status) => {
      const count = byStatus[status][bucket] ?? 0;
      const height = (count / top) * PLOT_HEIGHT;
      y -= height;
      return count === 0 ? '' : rect(status, LEFT + bucket * width + gap / 2, y, width - gap, height);
    });
    const counts = present.map((status) => `${statusTitle(status)} ${formatCount(byStatus[status][bucket] ?? 0)}`);
    const title = `${formatTime(startMs + bucket * bucketMs)}: ${counts.join(', ')}`;
    return total === 0 ? '' : `<g><title>${htmlText(title)}</title>${parts.join('')}</g>`;
  });
  const lines = (top > 1 ? [0, 0.5, 1] : [0, 1]).map((share) => {
    const y = TOP + PLOT_HEIGHT * (1 - share);
    const label = formatCount(Math.round(top * share));
    return `<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}"/><text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${label}</text>`;
  });
  const ends = [
    label(LEFT, 'start', formatTime(startMs)),
    label(WIDTH, 'end', formatTime(startMs + bucketCount * bucketMs)),
  ];
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${htmlText(description)}">${lines.join('')}${bars.join('')}${ends.join('')}</svg>`;
}

/** One bar of parts side by side, each as wide as its share of `total`. */
export function shareBar(
  counts: readonly { readonly status: Status; readonly count: number }[],
  total: number,
): string {
  let x = 0;
  const parts = counts.map(({ status, count }) => {
    const width = total === 0 ? 0 : (count / total) * 100;
    const part = count === 0 ? '' : rect(status, x, 0, width, 10);
    x += width;
    return part;
  });
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}

function rect(status: Status, x: number, y: number, width: number, height: number): string {
  return `<rect class="${status}" x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"/>`;
}

function label(x: number, anchor: string, text: string): string {
  return `<text x="${x}" y="${HEIGHT - 8}" text-anchor="${anchor}">${htmlText(text)}</text>`;
}

/** The next number of the form 1, 2 or 5 with zeros behind. */
function roundUp(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * magnitude).find((step) => step >= value) ?? value;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
