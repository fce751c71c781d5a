import { actionTopic } from './actionTopic';
import { durationTopic } from './durationTopic';
import { errorCodeTopic } from './errorCodeTopic';
import { changeIdTopic, cycleIdTopic } from './groupIdTopics';
import { guidTopic } from './guidTopic';
import type { HoverTopic } from './hoverTopic';
import { jobIdTopic } from './jobIdTopic';
import { reasonTopic } from './reasonTopic';
import { skipReasonTopic } from './skipReasonTopic';
import { statusTopic } from './statusTopic';
import { stepNameTopic, stepTypeTopic } from './stepTopics';
import { timeTopic } from './timeTopic';

/** Everything that a hover explains; the first topic that applies speaks. */
export const hoverTopics: readonly HoverTopic[] = [
  skipReasonTopic,
  errorCodeTopic,
  reasonTopic,
  stepNameTopic,
  stepTypeTopic,
  actionTopic,
  statusTopic,
  jobIdTopic,
  changeIdTopic,
  cycleIdTopic,
  timeTopic,
  durationTopic,
  guidTopic,
];
