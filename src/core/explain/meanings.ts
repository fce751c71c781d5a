import type { Action, Status, StepType } from '../model';

/** What an outcome says, in one sentence. https://learn.microsoft.com/entra/identity/monitoring-health/concept-provisioning-logs */
export const statusMeanings: Readonly<Record<Status, string>> = {
  success: 'It went through. That alone does not mean that something changed: only an export step that succeeded does.',
  failure: 'It did not work. The error code and the reason say why, and whether it is tried again.',
  skipped: 'Nothing was done: the object is out of scope, already in sync, or could not be evaluated. Often normal.',
  warning: 'It went through, but not everything was done; the steps say what was left out.',
  unknown: 'The log does not say, in words that we know, how it came out.',
};

/** What an action does to the target object, in one sentence. */
export const actionMeanings: Readonly<Record<Action, string>> = {
  create: 'The object was to be created in the target, because no match was found there.',
  update: 'The matched object in the target was to be changed.',
  delete: 'The object was to be deleted from the target.',
  disable:
    'The object was to be switched off in the target, usually because it left the scope or was disabled at the source.',
  stageddelete: 'The object was to be deleted or disabled, but that is held back by accidental deletion prevention.',
  other: 'Nothing of the other kinds; most often the object was already in sync.',
  unknown: 'The log does not name an action that we know.',
};

/** What the phase of a step is for, in one sentence. */
export const stepTypeMeanings: Readonly<Record<StepType, string>> = {
  import: 'Reading the object from the source system, or the change that it went through.',
  scoping:
    'Deciding whether the object is in scope: active, assigned, with the required role, and through the scoping filters.',
  matching: 'Looking for the object in the target by the matching attribute.',
  processing: 'Working out what has to change in the target.',
  referenceResolution: 'Finding the target objects that this one refers to, such as members or a manager.',
  export: 'Writing to the target. A skip may be filed here, too.',
  unknown: 'A phase that we do not know.',
};

/** Names of steps that were seen in logs or documentation. The full list is not public. */
export const stepNameMeanings: readonly { readonly name: string; readonly meaning: string }[] = [
  {
    name: 'EntryImport',
    meaning: 'The object was read, from the source or, when filed under matching, from the target.',
  },
  { name: 'EntryImportAdd', meaning: 'The source reported a new object.' },
  { name: 'EntryImportUpdate', meaning: 'The source reported a change of the object.' },
  { name: 'EntryImportDelete', meaning: 'The source reported that the object is gone.' },
  {
    name: 'EntryImportByJoiningProperty',
    meaning: 'The object was looked for in the target by the matching attribute.',
  },
  {
    name: 'EntryImportByMatchingProperty',
    meaning: 'The object was looked for in the target by the matching attribute.',
  },
  { name: 'EntryImportObjectNotFound', meaning: 'The object was looked for and not found.' },
  { name: 'EntryEscrowRetry', meaning: 'An earlier attempt failed, and this is another one.' },
  { name: 'EntrySynchronizationScoping', meaning: 'Whether the object is in scope was worked out.' },
  { name: 'EntrySynchronizationAdd', meaning: 'It was decided to create the object in the target.' },
  { name: 'EntrySynchronizationUpdate', meaning: 'It was decided to change the object in the target.' },
  { name: 'EntrySynchronizationSkip', meaning: 'It was decided to do nothing; the details hold the skip reason.' },
  { name: 'EntrySynchronizationError', meaning: 'Working out what has to change failed.' },
  { name: 'EntryExportAdd', meaning: 'The object was created in the target, or that was tried.' },
  { name: 'EntryExportUpdate', meaning: 'The object was changed in the target, or that was tried.' },
  {
    name: 'EntryExportUpdateSoftDelete',
    meaning: 'The object was switched off or softly deleted in the target, or that was tried.',
  },
  { name: 'EntryExportDelete', meaning: 'The object was deleted from the target, or that was tried.' },
];

/**
 * What a step of that name is, in one sentence, ignoring case; undefined for a name that was never seen. The type tells
 * on which side an object was read.
 */
export function stepMeaning(stepName: string, type: StepType = 'unknown'): string | undefined {
  const wanted = stepName.trim().toLowerCase();
  if (wanted === 'entryimport' && type === 'import') return 'The object was read from the source.';
  if (wanted === 'entryimport' && type === 'matching') return 'The object was found in the target and read from there.';
  return stepNameMeanings.find(({ name }) => name.toLowerCase() === wanted)?.meaning;
}
