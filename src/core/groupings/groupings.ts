import type { Grouping } from './grouping';
import { groupRows } from './groupRows';

/** By job: the job ID tells jobs apart, and where it is missing the job's name. */
export const byJob: Grouping = {
  id: 'job',
  title: 'Job',
  groupsOf: (store) => groupRows(store, { columns: ['jobId', 'job'], nameColumn: 'job', none: 'No job' }),
};

/** Every way to group the tree; the first is what it begins with. */
export const groupings: readonly Grouping[] = [byJob];
