import { documentation } from '../codes/documentation';
import { stepMeaning, stepTypeMeanings } from '../explain/meanings';
import { normaliseStepType } from '../record/normalise';
import { linkLine, span } from './hoverLines';
import { type HoverTopic, isInStep, keyLetters } from './hoverTopic';

/** Names of steps. */
export const stepNameTopic: HoverTopic = {
  id: 'stepName',
  appliesTo: (target) => {
    const letters = keyLetters(target.key);
    return (
      (letters === 'stepname' || (letters === 'name' && isInStep(target))) && stepMeaning(target.value) !== undefined
    );
  },
  lines(target, context) {
    return Promise.resolve([
      `${span(target.value)} ${stepMeaning(target.value) ?? ''}`,
      ...linkLine(context, documentation.howProvisioningWorks, undefined),
    ]);
  },
};

/** Types of steps, as names or as the numbers that diagnostic settings write. */
export const stepTypeTopic: HoverTopic = {
  id: 'stepType',
  appliesTo: (target) => {
    const letters = keyLetters(target.key);
    const isType =
      letters === 'provisioningsteptype' || letters === 'steptype' || (letters === 'type' && isInStep(target));
    return isType && normaliseStepType(target.value) !== 'unknown';
  },
  lines({ value }, context) {
    const type = normaliseStepType(value);
    return Promise.resolve([
      `${span(value)} **${titles[type]}.** ${stepTypeMeanings[type]}`,
      ...linkLine(context, documentation.howProvisioningWorks, undefined),
    ]);
  },
};

const titles: Readonly<Record<ReturnType<typeof normaliseStepType>, string>> = {
  import: 'Import',
  scoping: 'Scoping',
  matching: 'Matching',
  processing: 'Processing',
  referenceResolution: 'Reference resolution',
  export: 'Export',
  unknown: 'Unknown',
};
