import { stepMeaning } from '../explain/meanings';
import { openDetails } from '../explain/openDetails';
import { stepGaps } from '../explain/stepGaps';
import type { ProvisioningEvent, Step } from '../model';
import type { StepView } from './eventView';
import { formatDuration } from './formatDuration';

/** An event's steps as the panel shows them. */
export function stepViews({
  steps,
  modifiedProperties,
}: Pick<ProvisioningEvent, 'steps' | 'modifiedProperties'>): readonly StepView[] {
  const gaps = stepGaps(steps);
  const attributes = modifiedProperties.map(({ name }) => name);
  return steps.map((step, position) => ({
    name: step.name,
    type: step.type,
    status: step.status,
    description: step.description,
    meaning: stepMeaning(step.name, step.type) ?? '',
    time: timeWords(step, gaps[position]),
    details: openDetails(step, attributes),
  }));
}

/** What the log says on how long an event's steps took; `""` when there are none, or nothing is said. */
export function timingSentence({ steps, durationMs }: Pick<ProvisioningEvent, 'steps' | 'durationMs'>): string {
  if (steps.length === 0) return '';
  const isTimed = steps.some(({ time }) => time !== undefined);
  const whole = durationMs === undefined ? '' : `The service took ${formatDuration(durationMs)} for the whole event`;
  if (isTimed) return `${whole === '' ? '' : `${whole}. `}“+” is the time since the step before.`;
  return whole === '' ? '' : `${whole}; the log gives its steps no times.`;
}

function timeWords({ time }: Step, gapMs: number | undefined): string {
  if (time === undefined) return '';
  // The day and the zone stand in the summary; steps are milliseconds apart.
  const clock = `${time.slice(11, -1)} UTC`;
  return gapMs === undefined ? clock : `${clock} · +${formatDuration(gapMs)}`;
}
