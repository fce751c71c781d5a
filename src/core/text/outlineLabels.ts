import type { OutlinedEvent, OutlinedStep } from '../record/outlineText';
import { plainLabel } from './escape';
import { actionTitle, statusTitle } from './titles';

/** Longer names are cut in the outline, in characters. */
const MAX_NAME = 200;

/** What the outline calls an event: whom it is about, and what was done. Never empty. */
export function eventLabel({ identity, action }: OutlinedEvent): string {
  return `${plainLabel(identity, MAX_NAME) || 'No name'} · ${actionTitle(action)}`;
}

/** What an event came to: its status and its error code. */
export function outcomeLabel({ status, errorCode }: OutlinedEvent): string {
  return errorCode === '' ? statusTitle(status) : `${statusTitle(status)} · ${plainLabel(errorCode, MAX_NAME)}`;
}

/** What the outline calls a step. Never empty. */
export function stepLabel({ name }: OutlinedStep): string {
  return plainLabel(name, MAX_NAME) || 'Step';
}
