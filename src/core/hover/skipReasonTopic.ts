import { documentation } from '../codes/documentation';
import { lookUpSkipReason } from '../codes/lookUpSkipReason';
import { entryLines, entryTitle, eventsWith, linkLine, span, useLines } from './hoverLines';
import { type HoverTopic, keyLetters } from './hoverTopic';

/** Skip reasons, and those that stand where an error code is expected, as provisioning on demand writes them. */
export const skipReasonTopic: HoverTopic = {
  id: 'skipReason',
  appliesTo({ key, value }) {
    const letters = keyLetters(key);
    if (letters === 'skipreason') return value.trim() !== '';
    return ['errorcode', 'resultsignature', ''].includes(letters) && lookUpSkipReason(value) !== undefined;
  },
  async lines({ value }, context) {
    const entry = lookUpSkipReason(value);
    const use = await context.facts.use('skip', value);
    const events = eventsWith('skip', value, use);
    if (entry === undefined) {
      return [
        `${span(value)} **This skip reason is not in the catalogue.**`,
        'Microsoft has not published the full list. The description of the step says more.',
        ...useLines(use),
        ...linkLine(context, documentation.provisioningLogs, events),
      ];
    }
    return [
      `${span(value)} ${entryTitle(entry)}`,
      entry.isUsuallyFine ? 'Usually as it should be.' : 'Usually worth a look.',
      ...entryLines(entry),
      ...useLines(use),
      ...linkLine(context, entry.documentation, events),
    ];
  },
};
