import { attributeFlapping } from './attributeFlapping';
import { biasNotice } from './biasNotice';
import { cycleGaps } from './cycleGaps';
import { errorClusters } from './errorClusters';
import { failureShare } from './failureShare';
import type { FindingKind } from './finding';
import { massChange } from './massChange';
import { healedLater, neverSucceeded, stillFailing } from './outcomes';
import { repeatedUpdate } from './repeatedUpdate';
import { growingIntervals, retryStorm } from './retries';
import { stagedDeletes } from './stagedDeletes';

/** Everything that is looked for in a log. The order in which findings are shown follows from their ranks. */
export const findingKinds: readonly FindingKind[] = [
  biasNotice,
  massChange,
  failureShare,
  stagedDeletes,
  stillFailing,
  neverSucceeded,
  errorClusters,
  retryStorm,
  attributeFlapping,
  repeatedUpdate,
  growingIntervals,
  cycleGaps,
  healedLater,
];
