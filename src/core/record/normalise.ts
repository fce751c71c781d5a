import type { Action, Status, StepType } from '../model';

/**
 * The service writes its enums as names in any casing, or as integers. The integers' order is that of the Graph SDK:
 * https://learn.microsoft.com/graph/api/resources/provisioningstep and
 * https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary
 */
const statusOfName = new Map<string, Status>([
  ['success', 'success'],
  ['failure', 'failure'],
  ['skipped', 'skipped'],
  ['warning', 'warning'],
  ['0', 'success'],
  ['1', 'failure'],
  ['2', 'skipped'],
  ['3', 'warning'],
]);

const actionOfName = new Map<string, Action>([
  ['other', 'other'],
  ['create', 'create'],
  ['delete', 'delete'],
  ['disable', 'disable'],
  ['update', 'update'],
  ['stageddelete', 'stageddelete'],
  // The portal's text for the same action.
  ['stagedaction', 'stageddelete'],
  // Records of 2019 carry the name of the export step instead.
  ['entryexportadd', 'create'],
  ['entryexportupdate', 'update'],
  ['entryexportdelete', 'delete'],
  ['0', 'other'],
  ['1', 'create'],
  ['2', 'delete'],
  ['3', 'disable'],
  ['4', 'update'],
  ['5', 'stageddelete'],
]);

const stepTypeOfName = new Map<string, StepType>([
  ['import', 'import'],
  ['scoping', 'scoping'],
  ['matching', 'matching'],
  ['processing', 'processing'],
  ['referenceresolution', 'referenceResolution'],
  ['export', 'export'],
  ['0', 'import'],
  ['1', 'scoping'],
  ['2', 'matching'],
  ['3', 'processing'],
  ['4', 'referenceResolution'],
  ['5', 'export'],
]);

/** The service's result enum: a name in any casing, or an integer as text. Anything else is `unknown`. */
export function normaliseStatus(text: string): Status {
  return statusOfName.get(text.trim().toLowerCase()) ?? 'unknown';
}

/** The service's action enum: a name in any casing, or an integer as text. Anything else is `unknown`. */
export function normaliseAction(text: string): Action {
  return actionOfName.get(text.trim().toLowerCase()) ?? 'unknown';
}

/** The service's step type enum: a name in any casing, or an integer as text. Anything else is `unknown`. */
export function normaliseStepType(text: string): StepType {
  return stepTypeOfName.get(text.trim().toLowerCase()) ?? 'unknown';
}

/** Worst first. `unknown` says nothing, so that anything known outweighs it. */
const byWeight: readonly Status[] = ['failure', 'warning', 'skipped', 'success'];

/** The worst of the steps' results; `unknown` when none is known. */
export function worstStatus(statuses: readonly Status[]): Status {
  return byWeight.find((status) => statuses.includes(status)) ?? 'unknown';
}

/** Where a record may say what it came to; texts as in the record, `""` when absent. */
export interface StatusTexts {
  readonly provisioningStatusInfo: string;
  readonly statusInfo: string;
  readonly resultType: string;
}

/** A record's outcome: the first place that says something known decides, and without any the worst step does. */
export function resolveStatus(texts: StatusTexts, steps: readonly Status[]): Status {
  for (const text of [texts.provisioningStatusInfo, texts.statusInfo, texts.resultType]) {
    const status = normaliseStatus(text);
    if (status !== 'unknown') return status;
  }
  return worstStatus(steps);
}
