import type { Step } from '../model';

/**
 * How long after the step before it each step was logged, in milliseconds: `undefined` for the first one, for steps
 * without a time, and where the clock went back. A step without a time between two others counts for neither.
 */
export function stepGaps(steps: readonly Pick<Step, 'time'>[]): readonly (number | undefined)[] {
  let before = NaN;
  return steps.map(({ time }) => {
    const now = Date.parse(time ?? '');
    if (Number.isNaN(now)) return undefined;
    const gapMs = now - before;
    before = now;
    return gapMs >= 0 ? gapMs : undefined;
  });
}
