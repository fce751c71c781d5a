import { byJob } from '../../groupings/groupings';
import { numberPairs, objectNumbers } from '../../index/objectNumbers';
import { statusColumn } from '../../index/statusColumn';
import { type Derivation, wordData } from './derivation';
import { laterRow } from './laterRow';

const words = ['', 'stillFailing', 'stillFailing\nneverSucceeded', 'healed', 'alwaysSucceeded', 'undecided'] as const;
const [STILL_FAILING, NEVER_SUCCEEDED, HEALED, SUCCEEDED, UNDECIDED] = [1, 2, 3, 4, 5];

const NOTHING = 0xffffffff;
const HAS_SUCCEEDED = 1;
const HAS_FAILED = 2;

/**
 * What became of each object in each job, on all of its events: the last event that succeeded (with or without a
 * warning) or failed decides. Skipped events decide nothing. Events that name no object have no outcome.
 */
export const deriveOutcome: Derivation = (store) => {
  const { rowCount } = store;
  const objects = objectNumbers(store);
  const { numbers, size } = numberPairs(byJob.groupsOf(store).groupOf, objects.entries, rowCount);
  const statusOf = statusColumn(store);
  const isLater = laterRow(store);
  const last = new Uint32Array(size).fill(NOTHING);
  const seen = new Uint8Array(size);
  for (let row = 0; row < rowCount; row++) {
    const status = statusOf(row);
    const pair = numbers[row]!;
    if (status === 'failure') seen[pair]! |= HAS_FAILED;
    else if (status === 'success' || status === 'warning') seen[pair]! |= HAS_SUCCEEDED;
    else continue;
    if (last[pair] === NOTHING || isLater(row, last[pair]!)) last[pair] = row;
  }
  const outcomeOf = Uint8Array.from(last, (row, pair) => {
    if (row === NOTHING) return UNDECIDED;
    if (statusOf(row) === 'failure') return seen[pair]! & HAS_SUCCEEDED ? STILL_FAILING : NEVER_SUCCEEDED;
    return seen[pair]! & HAS_FAILED ? HEALED : SUCCEEDED;
  });
  const entries = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) if (objects.entries[row] !== 0) entries[row] = outcomeOf[numbers[row]!]!;
  return wordData(entries, words);
};
