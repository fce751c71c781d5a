import type { ErrorCode } from './errorCode';
import { errorCodes } from './errorCodes';
import { quarantineReasons } from './quarantineReasons';
import { reasonTexts } from './reasonTexts';
import { skipReasons } from './skipReasons';
import { stagedActions } from './stagedActions';

/** One part of the catalogue: where in a log, or in Microsoft Graph, its codes stand. */
export interface CatalogueSection {
  readonly id: 'userCode' | 'errorCode' | 'skipReason' | 'reasonText' | 'quarantineReason' | 'stagedAction';
  readonly title: string;
  readonly entries: readonly ErrorCode[];
}

/** Everything that the catalogue explains. */
export const catalogue: readonly CatalogueSection[] = [
  { id: 'errorCode', title: 'Error codes', entries: errorCodes },
  { id: 'skipReason', title: 'Skip reasons', entries: skipReasons },
  { id: 'reasonText', title: 'Marks inside texts', entries: reasonTexts },
  { id: 'quarantineReason', title: 'Quarantine reasons', entries: quarantineReasons },
  { id: 'stagedAction', title: 'Actions held back', entries: stagedActions },
];
