import { turns } from '../codes/errorCode';
import type { ColumnStore } from '../index/columnStore';
import type { Grouping, Groups } from './grouping';
import { groupRows } from './groupRows';
import { nameCycles } from './nameCycles';

/** By job: the job ID tells jobs apart, and where it is missing the job's name. */
export const byJob = {
  id: 'job',
  title: 'Job',
  groupsOf: (store: ColumnStore): Groups =>
    groupRows(store, { columns: ['jobId', 'job'], nameColumn: 'job', none: 'No job' }),
} satisfies Grouping;

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

/** By cycle, where the log names it; called by when it began. */
export const byCycle = {
  id: 'cycle',
  title: 'Cycle',
  groupsOf: (store: ColumnStore): Groups =>
    nameCycles(
      store,
      groupRows(store, { columns: ['cycle'], nameColumn: 'cycle', none: 'No cycle' }),
      byJob.groupsOf(store),
    ),
} satisfies Grouping;

/** By whose turn it is after a failure. */
const byTurn: Grouping = {
  id: 'turn',
  title: 'Whose turn',
  groupsOf(store) {
    const { groupOf, keys } = groupRows(store, { columns: ['turn'], nameColumn: 'turn', none: 'No error' });
    const names = keys.map(
      (key) => turns.find(({ id }) => id === key)?.title ?? (key === '' ? 'No error' : 'Not known'),
    );
    return { groupOf, keys, names };
  },
};

/** Every way to group the tree; the first is what it begins with. */
export const groupings: readonly Grouping[] = [byJob, byErrorCode, byPerson, byCycle, byTurn];
