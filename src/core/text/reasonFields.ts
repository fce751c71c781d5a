import type { DecodedReason } from '../explain/decodeReason';
import type { Escrow } from '../explain/decodeEscrow';
import type { Detail } from '../model';
import { formatDuration } from './formatDuration';
import { formatCount, formatTime } from './formatValue';

/**
 * The parts of a reason by name, those that it has; values are log text but for the HTTP status, which the catalogue
 * words. Empty for a reason that is one plain message, which says the same by itself.
 */
export function reasonFields(reason: DecodedReason): readonly Detail[] {
  const { lead, statusCode, http, message, scim, retryCount, nextAttempt, rest } = reason;
  const fields = present([
    ['Beginning', lead],
    ['Status code', statusCode],
    ['HTTP status', http && `${http.number} ${http.name}: ${http.meaning}`],
    ['Message', message],
    ['SCIM status', scim?.status],
    ['SCIM error type', scim?.scimType],
    ['The target says', scim?.detail],
    ['Retries so far', retryCount === undefined ? undefined : formatCount(retryCount)],
    ['Next attempt', nextAttempt && formatTime(Date.parse(nextAttempt))],
    ['Further text', rest],
  ]);
  return fields.length === 1 && message === reason.original.trim() ? [] : fields;
}

/**
 * What the service notes on the next attempt, by name; empty when it notes nothing. `eventTime` is when this attempt was,
 * so that waiting can be measured.
 */
export function escrowFields(escrow: Escrow | undefined, eventTime = ''): readonly Detail[] {
  if (escrow === undefined) return [];
  const { attempts, since, nextAttempt, isZoneAssumed, identifier, modification, origin, type } = escrow;
  const zone = isZoneAssumed ? ' (the log names no time zone: taken as UTC)' : '';
  return present([
    ['Attempts so far', attempts === undefined ? undefined : formatCount(attempts)],
    ['Waiting since', since && `${formatTime(Date.parse(since))}${waitedWords(since, eventTime)}`],
    ['Next attempt', nextAttempt && `${formatTime(Date.parse(nextAttempt))}${zone}`],
    ['Object', identifier],
    ['Object type', type],
    ['Kind of change', modification],
    ['Origin', origin],
  ]);
}

function waitedWords(since: string, eventTime: string): string {
  const waitedMs = Date.parse(eventTime) - Date.parse(since);
  return waitedMs > 0 ? ` (${formatDuration(waitedMs)} before this event)` : '';
}

function present(pairs: readonly (readonly [name: string, value: string | undefined])[]): readonly Detail[] {
  return pairs.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]));
}
