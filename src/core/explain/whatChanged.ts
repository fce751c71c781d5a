import type { ModifiedProperty, ProvisioningEvent, Step } from '../model';
import { type AttributeName, readableAttribute } from './attributeName';
import { cutFrom } from './cutFrom';
import { type DiffPart, diffWords } from './diffWords';
import { type OpenedJson, openJson } from './openJson';

/** `attempted`: the log lists what was tried, but the write failed. `unknown`: the log has no steps to tell by,
 * or none whose outcome we know. */
export type ChangeOutcome = 'changed' | 'notChanged' | 'attempted' | 'unknown';

/** What an event did to the target object. */
export interface WhatChanged {
  readonly outcome: ChangeOutcome;
  /** The outcome in one sentence of ours, without log text. */
  readonly sentence: string;
  /** In the log's order, noise included. */
  readonly properties: readonly ChangedProperty[];
}

/** One modified property with what can be said about it. */
export interface ChangedProperty extends ModifiedProperty {
  readonly readable: AttributeName;
  /** Why the entry is no change, in a sentence of ours; absent for a change. */
  readonly noise?: string;
  readonly oldOpened?: OpenedJson;
  readonly newOpened?: OpenedJson;
  /** How many values there are, where the log shows only some of them. */
  readonly oldCutFrom?: number;
  readonly newCutFrom?: number;
  /** Word by word, where both values are long. */
  readonly diff?: readonly DiffPart[];
}

/** Values of more characters are compared word by word. */
const LONG_VALUE = 60;

/** Reads what an event really changed. A success without an export step that succeeded changed nothing. */
export function whatChanged(event: Pick<ProvisioningEvent, 'status' | 'steps' | 'modifiedProperties'>): WhatChanged {
  const outcome = outcomeOf(event);
  const properties = event.modifiedProperties.map(describeProperty);
  const isNoise = properties.length > 0 && properties.every(({ noise }) => noise !== undefined);
  return { outcome, sentence: `${sentences[outcome]}${isNoise ? onlyNoise : ''}`, properties };
}

/** Whether a step wrote to the target: an export, which a skip filed under the same type is not. */
export function isExport({ name, type }: Step): boolean {
  if (/^EntrySynchronization/i.test(name)) return false;
  return /^EntryExport/i.test(name) || type === 'export';
}

function outcomeOf({ status, steps }: Pick<ProvisioningEvent, 'status' | 'steps'>): ChangeOutcome {
  if (steps.some((step) => isExport(step) && (step.status === 'success' || step.status === 'warning'))) {
    return status === 'failure' ? 'attempted' : 'changed';
  }
  if (status === 'failure') return 'attempted';
  if (status === 'skipped') return 'notChanged';
  const isUnsaid = status === 'unknown' || steps.some((step) => isExport(step) && step.status === 'unknown');
  return steps.length === 0 || isUnsaid ? 'unknown' : 'notChanged';
}

const sentences: Readonly<Record<ChangeOutcome, string>> = {
  changed: 'The target was written to.',
  notChanged: 'Nothing was written to the target: no export step succeeded.',
  attempted: 'The values below were attempted, but the event failed; the target may not hold them.',
  unknown: 'The log does not say whether the target was written to.',
};

const onlyNoise = ' None of the entries below is a change.';

function describeProperty(property: ModifiedProperty): ChangedProperty {
  const { oldValue, newValue } = property;
  const noise = noiseOf(property);
  const oldCutFrom = cutFrom(oldValue);
  const newCutFrom = cutFrom(newValue);
  const oldOpened = openJson(oldValue ?? '');
  const newOpened = openJson(newValue ?? '');
  const isLong = oldValue !== null && newValue !== null && Math.max(oldValue.length, newValue.length) > LONG_VALUE;
  return {
    ...property,
    readable: readableAttribute(property.name),
    ...(noise !== undefined && { noise }),
    ...(oldOpened && { oldOpened }),
    ...(newOpened && { newOpened }),
    ...(oldCutFrom !== undefined && { oldCutFrom }),
    ...(newCutFrom !== undefined && { newCutFrom }),
    ...(isLong && oldValue !== newValue && { diff: diffWords(oldValue, newValue) }),
  };
}

function noiseOf({ name, oldValue, newValue }: ModifiedProperty): string | undefined {
  if (oldValue !== null && oldValue === newValue) return 'Old and new value are the same.';
  if (oldValue === null && name.toLowerCase() === 'accountdisabled') {
    return 'The service logs this attribute without an old value even when it did not change.';
  }
  return undefined;
}
