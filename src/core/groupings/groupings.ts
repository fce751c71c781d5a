import type { Grouping } from './grouping';
import { groupRows } from './groupRows';

/** By job: the job ID tells jobs apart, and where it is missing the job's name. */
export const byJob: Grouping = {
  id: 'job',
  title: 'Job',
  groupsOf: (store) => groupRows(store, { columns: ['jobId', 'job'], nameColumn: 'job', none: 'No job' }),
};

const byErrorCode: Grouping = {
  id: 'code',
  title: 'Error code',
  groupsOf: (store) => groupRows(store, { columns: ['code'], nameColumn: 'code', none: 'No error code' }),
};

/** By the person or group that events are about, who is called what the first event calls them. */
const byPerson: Grouping = {
  id: 'person',
  title: 'Person or group',
  groupsOf: (store) =>
    groupRows(store, { columns: ['sourceId', 'targetId', 'identity'], nameColumn: 'identity', none: 'No name' }),
};

/** By cycle, where the log names it. */
export const byCycle: Grouping = {
  id: 'cycle',
  title: 'Cycle',
  groupsOf: (store) => groupRows(store, { columns: ['cycle'], nameColumn: 'cycle', none: 'No cycle' }),
};

/** Every way to group the tree; the first is what it begins with. */
export const groupings: readonly Grouping[] = [byJob, byErrorCode, byPerson, byCycle];
