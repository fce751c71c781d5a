import type { Action, Status } from '../model';

const actionTitles: Readonly<Record<Action, string>> = {
  create: 'Create',
  update: 'Update',
  delete: 'Delete',
  disable: 'Disable',
  stageddelete: 'Staged delete',
  other: 'Other',
  unknown: 'Unknown',
};

const statusTitles: Readonly<Record<Status, string>> = {
  success: 'Success',
  failure: 'Failure',
  skipped: 'Skipped',
  warning: 'Warning',
  unknown: 'Unknown',
};

/** An action as the admin center's filter names it. */
export function actionTitle(action: Action): string {
  return actionTitles[action];
}

/** A status as the admin center's filter names it. */
export function statusTitle(status: Status): string {
  return statusTitles[status];
}
