import type { ProvisioningEvent } from '../model';
import { changeTexts, type TextKind } from './eventTexts';
import { type IdentityWords, SHORTEST_NAME, SHORTEST_VALUE } from './identityWords';
import { isKnownSystem } from './plainWords';
import type { Redactor } from './redactor';

/**
 * The first pass over a log: remembers every word by which an event names somebody, so that the second pass finds it in
 * the sentences of all events.
 */
export function collectWords(event: ProvisioningEvent, words: IdentityWords): void {
  const add: Readonly<Record<TextKind, (text: string) => void>> = {
    name: (text) => words.add(text, SHORTEST_NAME),
    value: (text) => words.add(text, SHORTEST_VALUE),
    system: (text) => {
      if (!isKnownSystem(text)) words.add(text, SHORTEST_VALUE);
    },
    sentence: () => undefined,
  };
  changeTexts(event, (kind, text) => {
    add[kind](text);
    return text;
  });
}

/** The second pass: the event with pseudonyms. Times, actions, outcomes and error codes stay. */
export function redactEvent(event: ProvisioningEvent, redactor: Redactor): ProvisioningEvent {
  return changeTexts(event, (kind, text) => redactor[kind](text));
}
