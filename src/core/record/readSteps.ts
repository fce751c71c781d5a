import type { Step } from '../model';
import { stepFields } from './fieldNames';
import { type JsonNode, listOf, nodeText, pick, valuesByName } from './jsonNode';
import { normaliseStatus, normaliseStepType } from './normalise';
import { detailText, readDetails } from './readDetails';
import { readTime, timeText } from './readTime';

/** The steps of a record in file order; a step that is no object is kept as its text. */
export function readSteps(bytes: Uint8Array, node: JsonNode | undefined): readonly Step[] {
  return listOf(node).map((step) => readStep(bytes, step));
}

function readStep(bytes: Uint8Array, node: JsonNode): Step {
  if (node.kind !== 'object') {
    // ConvertTo-Json without -Depth writes steps as `@{name=EntryImport; …}`: show what is there.
    return { name: '', type: 'unknown', status: 'unknown', description: nodeText(bytes, node), details: [] };
  }
  const values = valuesByName(node);
  const text = (names: readonly string[]): string => nodeText(bytes, pick(values, names));
  const time = timeText(readTime(text(stepFields.time)));
  return {
    name: text(stepFields.name),
    type: normaliseStepType(text(stepFields.type)),
    status: normaliseStatus(text(stepFields.status)),
    description: text(stepFields.description),
    ...(time !== '' && { time }),
    details: readDetails(bytes, pick(values, stepFields.details)),
  };
}

/** The first text that any step's details have under this lower-case name; `""` without one. */
export function stepDetail(steps: readonly Step[], lowerCaseName: string): string {
  for (const step of steps) {
    const text = detailText(step.details, lowerCaseName);
    if (text.trim() !== '') return text;
  }
  return '';
}

/** Why an event was skipped, as the service spells it (`NotEffectivelyEntitled`); `""` when it does not say. */
export function skipReason(steps: readonly Step[]): string {
  return stepDetail(steps, 'skipreason');
}
