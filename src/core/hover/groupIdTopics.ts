import { eventsWith, linkLine, span, useLines } from './hoverLines';
import { type HoverTopic, keyLetters } from './hoverTopic';

/** Change IDs: how many events one change has. Diagnostic settings call them correlation IDs. */
export const changeIdTopic: HoverTopic = groupIdTopic(
  'change',
  ['changeid', 'correlationid'],
  '**Change.** Events with the same change ID belong together. Microsoft support asks for this ID.',
);

/** Cycle IDs: how many events one run of a job has. */
export const cycleIdTopic: HoverTopic = groupIdTopic(
  'cycle',
  ['cycleid'],
  '**Cycle.** One run of a job: the first looks at every object, later ones about every 40 minutes at what changed.',
);

function groupIdTopic(column: 'change' | 'cycle', keys: readonly string[], sentence: string): HoverTopic {
  return {
    id: `${column}Id`,
    appliesTo: ({ key, value }) => keys.includes(keyLetters(key)) && value.trim() !== '',
    async lines({ value }, context) {
      const use = await context.facts.use(column, value);
      return [
        `${span(value)} ${sentence}`,
        ...useLines(use),
        ...linkLine(context, undefined, eventsWith(column, value, use)),
      ];
    },
  };
}
