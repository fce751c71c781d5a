import type { Action, JobSummary, LogSummary, Status } from '../../src/core/model';
import { actions, statuses } from '../../src/core/model';
import type { Job } from './job';
import { errorCodeOf, type Story, type WireAction, type WireStatus } from './story';

/** What a reader must count in a generated log, known from what was written and not by reading it. */
export interface ExpectedCounts extends LogSummary {
  readonly failures: number;
}

/** Counts events as they are written. */
export interface Tally {
  add(job: Job, story: Story): void;
  /** Jobs in the order of their first events. */
  counts(): ExpectedCounts;
}

const statusOf: Readonly<Record<WireStatus, Status>> = {
  success: 'success',
  failure: 'failure',
  skipped: 'skipped',
  warning: 'warning',
  unknownFutureValue: 'unknown',
};

const actionOf: Readonly<Record<WireAction, Action>> = {
  create: 'create',
  update: 'update',
  delete: 'delete',
  disable: 'disable',
  stagedDelete: 'stageddelete',
  other: 'other',
  unknownFutureValue: 'unknown',
};

/** An empty tally. */
export function tally(): Tally {
  const jobs = new Map<string, { jobId: string; name: string; events: number; byStatus: Record<Status, number> }>();
  const byStatus = zeros(statuses);
  const byAction = zeros(actions);
  const byErrorCode: Record<string, number> = {};
  let events = 0;
  return {
    add(job, story) {
      const status = statusOf[story.status];
      let own = jobs.get(job.jobId);
      if (own === undefined) {
        own = { jobId: job.jobId, name: job.servicePrincipal.displayName, events: 0, byStatus: zeros(statuses) };
        jobs.set(job.jobId, own);
      }
      events++;
      own.events++;
      own.byStatus[status]++;
      byStatus[status]++;
      byAction[actionOf[story.action]]++;
      const code = errorCodeOf(story);
      if (code !== undefined) byErrorCode[code] = (byErrorCode[code] ?? 0) + 1;
    },
    counts: () => ({
      events,
      failures: byStatus.failure,
      jobs: [...jobs.values()] satisfies JobSummary[],
      byStatus,
      byAction,
      byErrorCode,
    }),
  };
}

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}
