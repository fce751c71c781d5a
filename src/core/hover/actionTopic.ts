import { stagedActions } from '../codes/stagedActions';
import { actionMeanings } from '../explain/meanings';
import { normaliseAction } from '../record/normalise';
import { entryLines, entryTitle, eventsWith, linkLine, span, useLines } from './hoverLines';
import { type HoverTopic, isInStep, keyLetters } from './hoverTopic';

const keys = ['provisioningaction', 'action'];

/** Actions, as names or as numbers. */
export const actionTopic: HoverTopic = {
  id: 'action',
  appliesTo: (target) =>
    keys.includes(keyLetters(target.key)) && !isInStep(target) && normaliseAction(target.value) !== 'unknown',
  async lines({ value }, context) {
    const action = normaliseAction(value);
    const use = await context.facts.use('action', action);
    const events = eventsWith('action', action, use);
    const [staged] = stagedActions;
    if (action !== 'stageddelete' || staged === undefined) {
      return [`${span(value)} ${actionMeanings[action]}`, ...useLines(use), ...linkLine(context, undefined, events)];
    }
    return [
      `${span(value)} ${entryTitle(staged)}`,
      ...entryLines(staged),
      ...useLines(use),
      ...linkLine(context, staged.documentation, events),
    ];
  },
};
