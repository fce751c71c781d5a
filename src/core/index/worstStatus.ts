import { statuses } from '../model';

/** Of several results of steps the one with the highest rank counts; index is the entry of the status column. */
export const rankOfStatus = Uint8Array.from(['', ...statuses], (word) =>
  ['', 'unknown', 'success', 'skipped', 'warning', 'failure'].indexOf(word),
);
