import { statusMeanings } from '../explain/meanings';
import { normaliseStatus } from '../record/normalise';
import { span, useLines } from './hoverLines';
import { type HoverTopic, isInStep, keyLetters } from './hoverTopic';

const keys = ['status', 'resulttype', 'result'];

/** Outcomes of events and steps, as names or as numbers. */
export const statusTopic: HoverTopic = {
  id: 'status',
  appliesTo: ({ key, value }) => keys.includes(keyLetters(key)) && normaliseStatus(value) !== 'unknown',
  async lines(target, context) {
    const status = normaliseStatus(target.value);
    const title = `${span(target.value)} ${statusMeanings[status]}`;
    // Steps are not counted in the index.
    return isInStep(target) ? [title] : [title, ...useLines(await context.facts.use('status', status))];
  },
};
