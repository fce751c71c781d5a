import type { Step } from '../model';
import { detailText } from '../record/readDetails';
import { readTime, timeText } from '../record/readTime';

/**
 * What the service notes about an object that waits for another attempt ("escrow"). Texts are log text, absent when
 * the step does not say; times are UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`.
 */
export interface Escrow {
  readonly attempts?: number;
  readonly since?: string;
  readonly nextAttempt?: string;
  /** True when the log writes the next attempt without a zone, so that UTC is an assumption. */
  readonly isZoneAssumed: boolean;
  readonly identifier?: string;
  readonly modification?: string;
  readonly origin?: string;
  readonly type?: string;
}

/** The escrow details of the first step that has them; undefined when none has. */
export function decodeEscrow(steps: readonly Step[]): Escrow | undefined {
  const step = steps.find(
    ({ name, details }) =>
      name.toLowerCase() === 'entryescrowretry' ||
      (detailText(details, 'nextattempt') !== '' && detailText(details, 'countprocessed') !== ''),
  );
  if (step === undefined) return undefined;
  const text = (name: string): string => detailText(step.details, name);
  const next = text('nextattempt');
  const attempts = /^\d{1,9}$/.test(text('countprocessed')) ? Number(text('countprocessed')) : undefined;
  return {
    ...(attempts !== undefined && { attempts }),
    ...named('since', timeText(readTime(text('creationtime')))),
    ...named('nextAttempt', timeText(readTime(next))),
    isZoneAssumed: next !== '' && !/(?:Z|[+-]\d\d:?\d\d)$/i.test(next),
    ...named('identifier', text('identifier')),
    ...named('modification', text('modificationtype')),
    ...named('origin', text('origin')),
    ...named('type', text('typename')),
  };
}

function named<K extends string>(name: K, text: string): Partial<Record<K, string>> {
  return text === '' ? {} : ({ [name]: text } as Record<K, string>);
}
