import type { WireRecord } from '../../generator/wireRecord';
import type { EventFacts } from './answer';

/** What a reader of a whole log is asked for, of one parsed record. */
export function factsOf({
  provisioningStatusInfo: { status, errorInformation },
  durationInMilliseconds,
}: WireRecord): EventFacts {
  return { status, code: errorInformation?.errorCode ?? '', durationMs: durationInMilliseconds };
}
